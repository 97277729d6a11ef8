package vn.banso.indicators;

import java.util.Optional;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;

/**
 * One line of figures, as data. An entry of the population that has answered is a yes or a no; one that has not is neither, and whoever did
 * not agree to be counted is left out.
 *
 * @param id for example {@code I06}
 * @param key the id, and where an indicator has several lines, the line: {@code I06.dark}; its name is the text {@code
 *     indicator.<key>}
 * @param counts the entries that are counted
 * @param population which of them
 * @param answered which of those have said yes or no
 * @param yes which of those said yes
 * @param weight for sums: the whole number that n and d add up instead of counting entries
 * @param period what the figures speak of
 * @param since the first schema version that counts it
 * @param source who asks for it
 */
public record Indicator(String id, String key, EntryType counts, Condition population, Condition answered, Condition yes,
                        Optional<Field> weight, Period period, int since, String source) {

    public enum Period {
        /** The state at the cut-off. */
        AT_CUT_OFF,
        /** What happened in the period. */
        IN_PERIOD
    }

    public Indicator {
        if (!key.equals(id) && !key.startsWith(id + ".")) {
            throw new IllegalArgumentException("a line of " + id + " cannot be called " + key);
        }
    }

    public String textKey() {
        return "indicator." + key;
    }

    /** Who of the population is left out, and only numbered, for not having agreed to be counted. */
    public Condition withheld() {
        return Withheld.of(counts);
    }

    /** What an entry has to fulfil to stand in this list. */
    public Condition condition(Which which) {
        return switch (which) {
            case ALL -> Condition.all(population, Condition.not(withheld()));
            case UNANSWERED -> Condition.all(population, Condition.not(withheld()), Condition.not(answered));
            case YES -> Condition.all(population, Condition.not(withheld()), answered, yes);
            case NO -> Condition.all(population, Condition.not(withheld()), answered, Condition.not(yes));
            case WITHHELD -> Condition.all(population, withheld());
        };
    }
}
