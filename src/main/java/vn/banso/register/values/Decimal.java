package vn.banso.register.values;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A decimal number of at most three places, such as 98,8 %: typed and shown as people write it, kept as a whole number of thousandths. */
public final class Decimal {
    private static final int PLACES = 3;
    private static final int DIGITS = 15;
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([. ]\\d{3})+(,\\d{1,3})?");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+([.,]\\d{1,3})?");

    private Decimal() {}

    /** "98,8", "98.8" and "1.204,5"; three figures after a point are thousands, as Vietnam writes them. Empty where it is no such number. */
    public static Optional<Value.Whole> read(String typed) {
        if (GROUPED.matcher(typed).matches()) {
            return of(new BigDecimal(typed.replaceAll("[. ]", "").replace(',', '.')));
        }
        return PLAIN.matcher(typed).matches() ? of(new BigDecimal(typed.replace(',', '.'))) : Optional.empty();
    }

    /** Empty where it has more than three places, or more figures than can be kept. */
    public static Optional<Value.Whole> of(BigDecimal number) {
        BigDecimal thousandths = number.movePointRight(PLACES).stripTrailingZeros();
        return thousandths.scale() > 0 || thousandths.precision() - thousandths.scale() > DIGITS ? Optional.empty()
                : Optional.of(new Value.Whole(thousandths.longValueExact()));
    }

    /** The number itself, without zeros at its end. */
    public static BigDecimal of(long thousandths) {
        return new BigDecimal(BigDecimal.valueOf(thousandths, PLACES).stripTrailingZeros().toPlainString());
    }
}
