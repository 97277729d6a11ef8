package vn.banso.register.units;

import java.util.Optional;
import vn.banso.register.values.Value;

/**
 * The citizen's number on the identity card: three digits of the province of birth registration, one of sex and century,
 * two of the birth year, six of chance. It has no check digit.
 */
public final class Cccd {
    private static final int LENGTH = 12;
    private static final int CENTURY_DIGIT = 3;
    private static final int VISIBLE = 4;

    private Cccd() {}

    /** What does not fit; the texts are {@code check.cccd.<name in lower case>}. */
    public enum Flaw {
        /** Not twelve digits. */
        LENGTH,
        /** Eleven digits: a spreadsheet dropped the zero in front. */
        ZERO_LOST,
        /** The first three digits are no province's. */
        PROVINCE,
        /** The fourth digit is of the other sex. */
        SEX,
        /** The fourth to sixth digit are of another birth year. */
        YEAR
    }

    /** The digits alone. */
    public static String canonical(String typed) {
        return typed.replaceAll("[\\s.\\-\\u00A0]", "");
    }

    /**
     * The first thing that does not fit; each is a reason to ask again, none to refuse.
     *
     * @param sex of {@link vn.banso.register.catalogue.Codes#SEX}; 0 where it was not noted
     */
    public static Optional<Flaw> flaw(String cccd, Optional<Value.Day> born, int sex) {
        String digits = canonical(cccd);
        if (!digits.matches("\\d{" + LENGTH + "}")) {
            return Optional.of(digits.matches("\\d{11}") ? Flaw.ZERO_LOST : Flaw.LENGTH);
        }
        if (digits.charAt(0) != '0' || Units.unit(Units.BEFORE, digits.substring(1, CENTURY_DIGIT)).isEmpty()) {
            return Optional.of(Flaw.PROVINCE);
        }
        int century = digits.charAt(CENTURY_DIGIT) - '0';
        if (sex != 0 && century % 2 != sex - 1) {
            return Optional.of(Flaw.SEX);
        }
        int year = 1900 + century / 2 * 100 + Integer.parseInt(digits.substring(CENTURY_DIGIT + 1, CENTURY_DIGIT + 3));
        return born.filter(b -> b.year() != year).map(_ -> Flaw.YEAR);
    }

    /** For the screen: {@code 0380****1234}. */
    public static String masked(String cccd) {
        String digits = canonical(cccd);
        return digits.length() != LENGTH ? "*".repeat(digits.length())
                : digits.substring(0, VISIBLE) + "****" + digits.substring(LENGTH - VISIBLE);
    }
}
