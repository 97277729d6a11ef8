package vn.banso.cli.bench.figures;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are shown: three digits are all that a measurement knows. */
public final class Figures {
    private static final MathContext THREE = new MathContext(3);
    private static final double WHOLE_FROM = 1_000;

    private Figures() {}

    /** Three digits, but whole numbers from a thousand on. */
    static BigDecimal rounded(double value) {
        return value >= WHOLE_FROM ? BigDecimal.valueOf(Math.round(value)) : plain(new BigDecimal(value).round(THREE));
    }

    public static String shown(double value) {
        return Double.isFinite(value) ? rounded(value).toPlainString() : "?";
    }

    static String exact(double value) {
        return plain(BigDecimal.valueOf(value).round(THREE)).toPlainString();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
