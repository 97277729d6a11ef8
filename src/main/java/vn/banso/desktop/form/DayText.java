package vn.banso.desktop.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.banso.register.values.Value;

/** Days as people type them: 20/11/2026, 1/7/25, 20.11.2026, 20112026, 11/2026, 1956, and 2026-11-20 as machines write it. */
final class DayText {
    private static final Pattern MACHINE = Pattern.compile("\\d{4}(-\\d{1,2}){1,2}");
    private static final Pattern PARTS = Pattern.compile("\\d{1,4}([/.\\- ]+\\d{1,4}){0,2}");
    private static final Pattern TOGETHER = Pattern.compile("\\d{8}");
    private static final int CENTURY = 100;
    private static final int FIRST_YEAR = 1000;

    private DayText() {}

    /** Empty where it is no day of the calendar. */
    static Optional<Value.Day> read(String typed, int thisYear) {
        String text = typed.strip();
        if (TOGETHER.matcher(text).matches()) {
            return day(text.substring(4), text.substring(2, 4), text.substring(0, 2), thisYear);
        }
        String[] parts = text.split("[/.\\- ]+");
        if (MACHINE.matcher(text).matches()) {
            return day(parts[0], parts[1], parts.length > 2 ? parts[2] : "0", thisYear);
        }
        if (!PARTS.matcher(text).matches() || Arrays.stream(parts, 0, parts.length - 1).anyMatch(p -> p.length() > 2)) {
            return Optional.empty();
        }
        return switch (parts.length) {
            case 1 -> parts[0].length() == 4 ? day(parts[0], "0", "0", thisYear) : Optional.empty();
            case 2 -> day(parts[1], parts[0], "0", thisYear).filter(_ -> parts[1].length() == 4);
            default -> day(parts[2], parts[1], parts[0], thisYear);
        };
    }

    private static Optional<Value.Day> day(String y, String m, String d, int thisYear) {
        if (y.length() != 2 && y.length() != 4) {
            return Optional.empty();
        }
        int year = Integer.parseInt(y);
        if (y.length() == 2) {
            int century = thisYear / CENTURY * CENTURY;
            year += century + year > thisYear ? century - CENTURY : century;
        }
        int month = Integer.parseInt(m);
        int day = Integer.parseInt(d);
        boolean partial = day == 0 && (month > 0 || m.equals("0")) && d.equals("0");
        return year >= FIRST_YEAR && (partial ? month <= 12 : isDay(year, month, day))
                ? Optional.of(new Value.Day(year, month, day)) : Optional.empty();
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
