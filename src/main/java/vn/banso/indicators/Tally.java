package vn.banso.indicators;

import java.util.OptionalDouble;

/**
 * What was counted in one unit. Tallies of several units add up to that of all of them; ratios are only ever made of sums.
 *
 * @param n the yes
 * @param d the yes and the no: what n is a part of
 * @param answered how many of the entries counted said yes or no
 * @param all how many entries there are to ask
 */
public record Tally(long n, long d, long answered, long all) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(n + other.n, d + other.d, answered + other.answered, all + other.all);
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
