package vn.banso.indicators;

import java.time.LocalDate;

/**
 * The time a count speaks of.
 *
 * @param cutOff the day at whose end the state is counted, and by which ages are reckoned
 * @param from first day of the period, for what is counted in a period
 * @param to last day of the period
 */
public record CountPeriod(LocalDate cutOff, LocalDate from, LocalDate to) {
    public CountPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends before it begins");
        }
    }

    /** The state on this day, and since 1 January what is counted in a period. */
    public static CountPeriod yearTo(LocalDate cutOff) {
        return new CountPeriod(cutOff, cutOff.withDayOfYear(1), cutOff);
    }

    /** The cut-off as {@code yyyymmdd}. A day number is not after it exactly when it is not larger. */
    public int cutOffNumber() {
        return number(cutOff);
    }

    /**
     * The first day as a number not larger than that of any day in the period, days known by year or month only included: those
     * count as their first day, so a period that begins with a month or a year takes them in.
     */
    public int fromNumber() {
        int day = number(from);
        return from.getDayOfYear() == 1 ? day - 101 : from.getDayOfMonth() == 1 ? day - 1 : day;
    }

    public int toNumber() {
        return number(to);
    }

    private static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
