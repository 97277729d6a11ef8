package vn.banso.store.reporting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of a village in a period, as an officer approves or returns it.
 *
 * @param visited households visited in the period
 * @param sessions held in the period
 */
public record VillageFigures(long visited, long sessions) {
    public static final VillageFigures NOTHING = new VillageFigures(0, 0);

    private static final Pattern WRITTEN = Pattern.compile("visited=(\\d{1,9}) sessions=(\\d{1,9})");

    /** As the field {@code report.evidence} keeps it: {@code visited=12 sessions=3}. */
    String written() {
        return "visited=" + visited + " sessions=" + sessions;
    }

    static Optional<VillageFigures> read(String written) {
        Matcher read = WRITTEN.matcher(written);
        return read.matches() ? Optional.of(new VillageFigures(Long.parseLong(read.group(1)), Long.parseLong(read.group(2)))) : Optional.empty();
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    /** What is here that was not there. */
    public VillageFigures since(VillageFigures before) {
        return new VillageFigures(visited - before.visited, sessions - before.sessions);
    }
}
