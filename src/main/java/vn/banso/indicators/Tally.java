package vn.banso.indicators;

import java.util.OptionalDouble;

/**
 * What was counted in one unit. Tallies of several units add up to that of all of them; ratios are only ever made of sums. Who did not
 * agree to be counted is in none of them but the last.
 *
 * @param n the yes
 * @param d the yes and the no: what n is a part of
 * @param answered how many of the entries counted said yes or no
 * @param all how many entries there are to ask
 * @param withheld how many more there are, left out because they did not agree to be counted
 */
public record Tally(long n, long d, long answered, long all, long withheld) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Where everybody agreed. */
    public Tally(long n, long d, long answered, long all) {
        this(n, d, answered, all, 0);
    }

    public Tally plus(Tally other) {
        return new Tally(n + other.n, d + other.d, answered + other.answered, all + other.all, withheld + other.withheld);
    }

    /** Yes in yes and no, 0 to 1; empty where nobody answered. */
    public OptionalDouble ratio() {
        return share(n, d);
    }

    /** How many of those to ask have answered, 0 to 1; empty where there is nobody to ask. */
    public OptionalDouble coverage() {
        return share(answered, all);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
    }
}
