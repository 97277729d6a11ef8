package vn.banso.cli.bench.figures;

/**
 * What a figure should be.
 *
 * @param of the value itself, or the ratio to its baseline
 */
public record BenchGoal(Of of, Sense sense, double bound) {
    public enum Of { VALUE, RATIO }

    public enum Sense { AT_MOST, AT_LEAST }

    public static BenchGoal atMost(double value) {
        return new BenchGoal(Of.VALUE, Sense.AT_MOST, value);
    }

    public static BenchGoal atLeast(double value) {
        return new BenchGoal(Of.VALUE, Sense.AT_LEAST, value);
    }

    public static BenchGoal ratioAtMost(double ratio) {
        return new BenchGoal(Of.RATIO, Sense.AT_MOST, ratio);
    }

    public static BenchGoal ratioAtLeast(double ratio) {
        return new BenchGoal(Of.RATIO, Sense.AT_LEAST, ratio);
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
