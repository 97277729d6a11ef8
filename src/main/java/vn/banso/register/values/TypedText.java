package vn.banso.register.values;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The normal form of text that is typed or imported: one spelling of each letter, nothing invisible, no two words made one. */
public final class TypedText {
    private static final int NEXT_LINE = 0x85;
    /** Stands for what could not be read as a character. */
    static final char BROKEN = '\uFFFD';
    private static final Pattern LOST = Pattern.compile("\\p{L}\\?+\\p{L}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TypedText() {}

    /**
     * The one door for text: nothing invisible, no control characters but line ends and tabs, every kind of
     * space and every other kind of line end a space, none at the ends, and then Unicode NFC. Half of a pair (a cut emoji) becomes
     * U+FFFD, which {@link vn.banso.register.rules.Validation} asks about. Doing it twice changes nothing, and no two words become one.
     */
    public static String nfc(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        // What is invisible goes first: between a letter and its tone it would keep the two apart.
        typed.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                text.append((char) c);
            } else if (Character.isSpaceChar(c) || Character.isWhitespace(c) || c == NEXT_LINE) {
                text.append(' ');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                text.append(BROKEN);
            } else if (!Character.isISOControl(c) && !invisible(c)) {
                text.appendCodePoint(c);
            }
        });
        return Normalizer.normalize(text.toString().strip(), Normalizer.Form.NFC);
    }

    /** Format characters, joiners, choices of a glyph, fillers: nothing that anybody sees or means. */
    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x34F || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF
                || c >= 0x180B && c <= 0x180F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    /** The text with U+FFFD for each half of a surrogate pair, which no file and no wire can hold. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? BROKEN : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            }
        }
        return text;
    }

    /** A name in one line: {@link #nfc}, and single spaces between its words. */
    public static String oneLine(String typed) {
        String text = nfc(typed);
        return text.contains("  ") || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0
                ? SPACES.matcher(text).replaceAll(" ") : text;
    }

    /** Whether it can be what somebody is called: it has a letter. */
    public static boolean isName(String text) {
        return text.codePoints().anyMatch(Character::isLetter) && text.indexOf(BROKEN) < 0;
    }

    /** Whether letters were lost on the way here, as where a file was read in another encoding: "Nguy?n". */
    public static boolean isDamaged(String text) {
        return text.indexOf(BROKEN) >= 0 || LOST.matcher(text).find();
    }
}
