package vn.banso.desktop.saving;

import java.util.ArrayList;
import java.util.List;
import vn.banso.desktop.kit.Notice;
import vn.banso.say.Sentence;
import vn.banso.store.writing.SaveResult;

/** Why the register did not take something, in sentences; nothing is lost by it. */
public final class RefusalText {
    private RefusalText() {}

    /** What was written in a form: it is kept as a draft. */
    public static Notice ofForm(SaveResult.Refused refused) {
        return told("saving.refused.form", refused);
    }

    /** Something that was to be done: the register is as it was. */
    public static Notice ofAct(SaveResult.Refused refused) {
        return told("saving.refused.act", refused);
    }

    private static Notice told(String first, SaveResult.Refused refused) {
        List<Sentence> told = new ArrayList<>(List.of(Sentence.of(first)));
        refused.refusals().stream().map(r -> "reason." + r.reason().name()).distinct().forEach(key -> told.add(Sentence.of(key)));
        return Notice.look(told);
    }
}
