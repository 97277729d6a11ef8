package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.List;
import vn.banso.desktop.failure.Sentence;
import vn.banso.store.SaveResult;

/** Why the register did not take something, in sentences; nothing is lost by it. */
final class Refusals {
    private Refusals() {}

    static List<Sentence> told(SaveResult.Refused refused) {
        List<Sentence> told = new ArrayList<>(List.of(Sentence.of("household.not_saved")));
        refused.refusals().stream().map(r -> "reason." + r.reason()).distinct().forEach(key -> told.add(Sentence.of(key)));
        return told;
    }
}
