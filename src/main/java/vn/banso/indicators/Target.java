package vn.banso.indicators;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Decimal;
import vn.banso.register.values.Value;

/**
 * What an indicator is to reach, by whose decision, and until when that binds.
 *
 * @param indicator the line it speaks of, see {@link Indicator#key}
 * @param threshold the least ratio in thousandths of a percent, as the register keeps a {@link Decimal}
 * @param above whether the ratio must lie above, not only at, the threshold
 * @param from the first day on which it is a target
 * @param to the last day, which is the horizon it names; afterwards it is history and not shown as live
 * @param group the communes it is for; empty for all
 * @param issuer who decided; empty where that is not noted
 * @param decision number and year, or what the plan is called; empty where that is not noted
 */
public record Target(String indicator, long threshold, boolean above, LocalDate from, LocalDate to, String group, String issuer, String decision) {
    private static final double WHOLE = 100_000;

    /** A target as an entry of the type {@code target} says it; empty where it is no share in percent. */
    static Optional<Target> of(Entry entry) {
        Function<String, Field> field = Catalogue.TARGET::field;
        Function<String, String> text = key -> entry.text(field.apply(key)).orElse("");
        boolean percent = entry.value(field.apply("measure")).map(m -> Codes.MEASURE.code("percent").filter(m::equals).isPresent()).orElse(true);
        return entry.whole(field.apply("threshold")).filter(_ -> percent && !text.apply("indicator").isEmpty())
                .map(threshold -> new Target(text.apply("indicator").strip(), threshold, entry.code(field.apply("above")) == CodeList.YES,
                        entry.day(field.apply("valid_from")).map(Value.Day::first).orElse(LocalDate.MIN),
                        entry.day(field.apply("valid_to")).map(Value.Day::last).orElse(LocalDate.MAX),
                        text.apply("commune_group"), text.apply("issuer"), text.apply("decision_number")));
    }

    public boolean live(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The least ratio, from 0 to 1. */
    public double share() {
        return threshold / WHOLE;
    }

    /** Whether the tally reaches it; empty where nobody answered. */
    public Optional<Boolean> met(Tally tally) {
        long missing = tally.d() * threshold - tally.n() * (long) WHOLE;
        return tally.d() == 0 ? Optional.empty() : Optional.of(above ? missing < 0 : missing <= 0);
    }
}
