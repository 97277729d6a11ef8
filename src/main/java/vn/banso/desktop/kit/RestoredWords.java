package vn.banso.desktop.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.desktop.failure.Sentence;
import vn.banso.store.Restored;

/** What is said of a register that was restored: from which day it is, where the one before lies, and what that one holds beyond it. */
public final class RestoredWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private RestoredWords() {}

    public static String day(Instant made) {
        return DAY.format(made.atZone(ZoneId.systemDefault()));
    }

    public static List<Sentence> of(Restored restored) {
        Sentence day = Sentence.of("kit.restored.day", day(restored.made()));
        Optional<Sentence> before = restored.earlier().map(earlier -> earlier.lacking()
                .map(lacking -> lacking.entries() + lacking.drafts() == 0 ? Sentence.of("kit.restored.same", earlier.place())
                        : Sentence.of("kit.restored.earlier", earlier.place(), lacking.entries(), lacking.drafts()))
                .orElseGet(() -> Sentence.of("kit.restored.unread", earlier.place())));
        return before.map(b -> List.of(day, b)).orElse(List.of(day));
    }

    /** Said where its passphrase is asked for. */
    public static Notice notice(Restored restored) {
        return new Notice(Notice.Tone.DONE, Stream.concat(Stream.of(Sentence.of("start.restore.done")), of(restored).stream()).toList(), Optional.empty());
    }
}
