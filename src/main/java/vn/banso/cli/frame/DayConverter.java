package vn.banso.cli.frame;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day that a calendar on the wall has: yyyy-MM-dd, of the years 1900 to 2199. */
public final class DayConverter implements ITypeConverter<LocalDate> {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    @Override
    public LocalDate convert(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException _) {
            // Told below, in the same words.
        }
        throw new TypeConversionException("yyyy-MM-dd");
    }
}
