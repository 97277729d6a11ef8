package vn.banso.cli.bench;

/**
 * What a figure should be.
 *
 * @param of the value itself, or the ratio to its baseline
 */
public record Goal(Of of, Sense sense, double bound) {
    public enum Of { VALUE, RATIO }

    public enum Sense { AT_MOST, AT_LEAST }

    static Goal atMost(double value) {
        return new Goal(Of.VALUE, Sense.AT_MOST, value);
    }

    static Goal atLeast(double value) {
        return new Goal(Of.VALUE, Sense.AT_LEAST, value);
    }

    static Goal ratioAtMost(double ratio) {
        return new Goal(Of.RATIO, Sense.AT_MOST, ratio);
    }

    static Goal ratioAtLeast(double ratio) {
        return new Goal(Of.RATIO, Sense.AT_LEAST, ratio);
    }

    /** A figure that could not be measured meets nothing. */
    boolean isMetBy(double value, double ratio) {
        double judged = of == Of.VALUE ? value : ratio;
        return sense == Sense.AT_MOST ? judged <= bound : judged >= bound;
    }

    /** {@code "<= 20"} for the value, {@code "ratio <= 5"} for the ratio. */
    @Override
    public String toString() {
        return (of == Of.RATIO ? "ratio " : "") + (sense == Sense.AT_MOST ? "<= " : ">= ") + Figures.exact(bound);
    }
}
