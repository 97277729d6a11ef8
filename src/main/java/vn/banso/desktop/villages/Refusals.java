package vn.banso.desktop.villages;

import java.util.List;
import java.util.stream.Stream;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.kit.Notice;
import vn.banso.store.SaveResult;

/** Why the register did not take something of a village or a team; nothing is lost by it. */
final class Refusals {
    private Refusals() {}

    static Notice told(SaveResult.Refused refused) {
        List<Sentence> told = Stream.concat(Stream.of("villages.not_saved"), refused.refusals().stream().map(r -> "reason." + r.reason().name()))
                .distinct().map(Sentence::of).toList();
        return Notice.look(told);
    }
}
