package vn.banso.register.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** The one source of chance of a sample: equal seeds throw alike. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    SplittableRandom random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The position of one of the weights, drawn by weight; they add up to about 1. */
    int weighted(double... weights) {
        double left = random.nextDouble();
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A lognormal draw around its median, kept within the bounds. */
    int lognormal(int median, double sigma, int least, int most) {
        long drawn = Math.round(median * Math.exp(sigma * random.nextGaussian()));
        return (int) Math.clamp(drawn, least, most);
    }

    /** A day of the last {@code days} days before {@code end}. */
    LocalDate dayBefore(LocalDate end, int days) {
        return end.minusDays(1 + random.nextInt(days));
    }
}
