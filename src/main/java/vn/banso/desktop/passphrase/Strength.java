package vn.banso.desktop.passphrase;

import java.util.Locale;
import java.util.Set;

/** What a passphrase is worth, told in words while it is chosen. Only one that is too short is not taken. Texts: {@code passphrase.strength.<name>}. */
public enum Strength {
    NOTHING, SHORT, GUESSED, FAIR, GOOD;

    /** As for the commands. */
    public static final int SHORTEST = 8;
    private static final int LONG = 14;
    private static final int WORDS = 3;
    private static final Set<String> COMMON = Set.of("password", "matkhau", "mật khẩu", "mậtkhẩu", "qwertyui", "iloveyou", "vietnam1", "vietnam123",
            "anhyeuem", "khongbiet", "abcd1234", "1q2w3e4r", "matkhau123", "password1", "password123");

    public static Strength of(String typed) {
        if (typed.isEmpty()) {
            return NOTHING;
        }
        if (typed.codePointCount(0, typed.length()) < SHORTEST) {
            return SHORT;
        }
        boolean digits = typed.chars().allMatch(c -> Character.isDigit(c) || "/.- ".indexOf(c) >= 0);
        boolean few = typed.chars().distinct().count() < 5;
        if (digits || few || COMMON.contains(typed.toLowerCase(Locale.ROOT))) {
            return GUESSED;
        }
        return typed.length() >= LONG && typed.strip().split("\\s+").length >= WORDS || typed.length() >= LONG + 4 ? GOOD : FAIR;
    }
}
