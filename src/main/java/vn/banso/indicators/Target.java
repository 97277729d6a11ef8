package vn.banso.indicators;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an indicator is to reach, by whose decision, and until when that binds.
 *
 * @param indicator the line it speaks of, see {@link Indicator#key}
 * @param perMille the least ratio in thousandths
 * @param above whether the ratio must lie above, not only at, the threshold
 * @param from the first day on which it is a target
 * @param to the last day, which is the horizon it names; afterwards it is history and not shown as live
 * @param group the communes it is for; empty for all
 * @param source the decision
 */
public record Target(String indicator, int perMille, boolean above, LocalDate from, LocalDate to, Optional<String> group,
                     String source) {

    public boolean live(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether the tally reaches it; empty where nobody answered. */
    public Optional<Boolean> met(Tally tally) {
        long missing = tally.d() * perMille - tally.n() * 1_000;
        return tally.d() == 0 ? Optional.empty() : Optional.of(above ? missing < 0 : missing <= 0);
    }
}
