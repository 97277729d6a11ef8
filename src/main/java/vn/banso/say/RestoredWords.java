package vn.banso.say;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.banso.store.upkeep.Restored;

/** What is said of a register that was restored: from which day it is, where the one before lies, and what that one holds beyond it. */
public final class RestoredWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private RestoredWords() {}

    public static String day(Instant made) {
        return DAY.format(made.atZone(ZoneId.systemDefault()));
    }

    public static List<Sentence> of(Restored restored) {
        Sentence day = Sentence.of("restored.day", day(restored.made()));
        Optional<Sentence> before = restored.earlier().map(earlier -> earlier.lacking()
                .map(lacking -> lacking.entries() + lacking.drafts() == 0 ? Sentence.of("restored.same", earlier.place())
                        : Sentence.of("restored.earlier", earlier.place(), lacking.entries(), lacking.drafts()))
                .orElseGet(() -> Sentence.of("restored.unread", earlier.place())));
        return before.map(b -> List.of(day, b)).orElse(List.of(day));
    }
}
