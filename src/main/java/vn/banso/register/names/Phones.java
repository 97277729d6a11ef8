package vn.banso.register.names;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Vietnamese telephone numbers. One number serves several people, so it is never a key.
 */
public final class Phones {
    private static final int MOBILE_LENGTH = 10;
    private static final int LANDLINE_LENGTH = 11;
    private static final int VISIBLE = 3;

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.()\\u00A0\\p{Pd}\\u2212]");
    private static final Pattern DIVIDERS = Pattern.compile("[,;/]|\\s+hoặc\\s+");
    private static final Pattern ABROAD = Pattern.compile("^(\\+|00)84(0?)");
    private static final Pattern DIGITS = Pattern.compile("\\d{9,13}");
    private static final Pattern NUMBER = Pattern.compile("0[35789]\\d{8}|02\\d{9}");

    /** The prefixes of eleven digits that were replaced in September 2018, and what they became. */
    private static final Map<String, String> PREFIXES_OF_2018 = Map.ofEntries(
            Map.entry("0120", "070"), Map.entry("0121", "079"), Map.entry("0122", "077"), Map.entry("0126", "076"),
            Map.entry("0128", "078"), Map.entry("0123", "083"), Map.entry("0124", "084"), Map.entry("0125", "085"),
            Map.entry("0127", "081"), Map.entry("0129", "082"), Map.entry("0162", "032"), Map.entry("0163", "033"),
            Map.entry("0164", "034"), Map.entry("0165", "035"), Map.entry("0166", "036"), Map.entry("0167", "037"),
            Map.entry("0168", "038"), Map.entry("0169", "039"), Map.entry("0186", "056"), Map.entry("0188", "058"),
            Map.entry("0199", "059"));

    private Phones() {}

    /**
     * The number in ten digits (mobile: 03, 05, 07, 08, 09) or eleven (landline: 02): without spaces, dots and brackets,
     * +84 as 0, numbers of before 2018 as they are dialled now, a leading zero that a spreadsheet dropped put back. Empty
     * where it is no Vietnamese number.
     */
    public static Optional<String> canonical(String typed) {
        String digits = ABROAD.matcher(PUNCTUATION.matcher(typed).replaceAll("")).replaceFirst("0");
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        if (digits.startsWith("84") && digits.length() == MOBILE_LENGTH + 1) {
            digits = "0" + digits.substring(2);
        }
        if (digits.length() == MOBILE_LENGTH - 1 && digits.matches("[35789].*")) {
            digits = "0" + digits;
        }
        if (digits.length() == LANDLINE_LENGTH && PREFIXES_OF_2018.containsKey(digits.substring(0, 4))) {
            digits = PREFIXES_OF_2018.get(digits.substring(0, 4)) + digits.substring(4);
        }
        return Optional.of(digits).filter(Phones::wellFormed);
    }

    /** The same of several numbers in one field, as families give them, divided by commas, semicolons, slashes or "hoặc"; each as it is known. */
    public static String canonicalAll(String typed) {
        return canonical(typed).orElseGet(() -> parts(typed).map(part -> canonical(part).orElse(part)).collect(Collectors.joining(", ")));
    }

    /** Whether it is a Vietnamese number or several of them. */
    public static boolean areNumbers(String typed) {
        return canonical(typed).isPresent() || parts(typed).allMatch(part -> canonical(part).isPresent());
    }

    /** The numbers in a field, as far as they are some. */
    public static List<String> all(String field) {
        return canonical(field).map(List::of).orElseGet(() -> parts(field).flatMap(part -> canonical(part).stream()).toList());
    }

    private static Stream<String> parts(String typed) {
        return DIVIDERS.splitAsStream(typed).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static boolean wellFormed(String digits) {
        return NUMBER.matcher(digits).matches();
    }

    /** For a screen that others see: {@code 091****567}. */
    public static String masked(String phone) {
        int hidden = Math.max(0, phone.length() - 2 * VISIBLE);
        return hidden == 0 ? "*".repeat(phone.length())
                : phone.substring(0, VISIBLE) + "*".repeat(hidden) + phone.substring(phone.length() - VISIBLE);
    }
}
