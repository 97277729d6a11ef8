package vn.banso.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Vietnamese text: one form at the door, search with or without marks, and the order of a class list (by the last word of
 * a name).
 */
public final class Names {
    /** Characters from here on are not letters of Vietnamese and stay as they are. */
    private static final int END = 0x1F00;
    /** Letters with marks stand below the first of these and from the second on; between them are other alphabets. */
    private static final char LATIN_END = 0x250;
    private static final char VIETNAMESE = 0x1E00;
    private static final char COMBINING = 0x300;
    private static final char COMBINING_END = 0x370;
    private static final char NOTHING = 0;
    /** The letters in the order of the Vietnamese alphabet, with f, j, w and z where foreign words have them. */
    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    /** The tones in the order of the dictionary, as combining marks: huyền, hỏi, ngã, sắc, nặng. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** What stands for a letter that could not be read. */
    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern LOST = Pattern.compile("\\p{L}\\?+\\p{L}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private static final char[] FOLDED = new char[END];
    private static final char[] TONELESS = new char[END];
    private static final char[] TONE = new char[END];
    private static final char[] RANK = new char[END];

    static {
        for (char c = 0; c < END; c++) {
            if (c >= LATIN_END && (c < COMBINING || c >= COMBINING_END) && c < VIETNAMESE) {
                FOLDED[c] = TONELESS[c] = Character.toLowerCase(c);
                continue;
            }
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            String plain = MARKS.matcher(parts).replaceAll("").replace('đ', 'd');
            FOLDED[c] = apostrophe(c) || c >= COMBINING && c < COMBINING_END ? NOTHING
                    : plain.length() == 1 ? plain.charAt(0) : Character.toLowerCase(c);
            String shape = parts;
            for (int t = 0; t < TONES.length(); t++) {
                if (parts.indexOf(TONES.charAt(t)) >= 0) {
                    TONE[c] = (char) (t + 1);
                    shape = shape.replace(TONES.substring(t, t + 1), "");
                }
            }
            String composed = Normalizer.normalize(shape, Normalizer.Form.NFC);
            TONELESS[c] = composed.length() == 1 ? composed.charAt(0) : Character.toLowerCase(c);
        }
        for (char c = 0; c < END; c++) {
            int place = ALPHABET.indexOf(TONELESS[c]);
            RANK[c] = place >= 0 ? (char) ('a' + place) : TONELESS[c] > 'z' ? (char) (TONELESS[c] + END) : TONELESS[c];
        }
    }

    private Names() {}

    /**
     * The one door for text that is typed or imported: Unicode NFC, no control characters but line ends and tabs, no
     * invisible ones, every kind of space a space, none at the ends.
     */
    public static String nfc(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c == '\n' || c == '\t') {
                text.append(c);
            } else if (Character.isSpaceChar(c)) {
                text.append(' ');
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    /** A name in one line: {@link #nfc}, and single spaces between its words. */
    public static String oneLine(String typed) {
        String text = nfc(typed);
        return text.contains("  ") || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0
                ? SPACES.matcher(text).replaceAll(" ") : text;
    }

    /** Whether it can be what somebody is called: it has a letter. */
    public static boolean isName(String text) {
        return text.codePoints().anyMatch(Character::isLetter) && text.indexOf(REPLACEMENT) < 0;
    }

    /** Whether letters were lost on the way here, as where a file was read in another encoding: "Nguy?n". */
    public static boolean isDamaged(String text) {
        return text.indexOf(REPLACEMENT) >= 0 || LOST.matcher(text).find();
    }

    /**
     * The key to search by without marks: lower case, no marks, đ is d, no apostrophes (H'Mông is hmong), single spaces.
     * Names that differ only in marks, and both spellings hóa and hoá, have one key.
     */
    public static String fold(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            append(key, c < END ? FOLDED[c] : apostrophe(c) ? NOTHING : c);
        }
        int end = key.length();
        return end > 0 && key.charAt(end - 1) == ' ' ? key.substring(0, end - 1) : key.toString();
    }

    /**
     * The key to search by with marks: lower case, single spaces, and the tone behind its syllable, so that hóa and hoá are
     * one but hóa and hòa are two.
     */
    public static String marked(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder key = new StringBuilder(composed.length() + 4);
        char tone = NOTHING;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (apostrophe(c)) {
                continue;
            }
            boolean letter = Character.isLetter(c);
            if (!letter && tone != NOTHING) {
                key.append(tone);
                tone = NOTHING;
            }
            if (c < END && TONE[c] != NOTHING) {
                tone = TONES.charAt(TONE[c] - 1);
            }
            append(key, c < END ? TONELESS[c] : c);
        }
        return (tone == NOTHING ? key : key.append(tone)).toString().strip();
    }

    /**
     * Whether every word of the search is the beginning of a word of the name. A word typed without marks finds all
     * spellings, one typed with marks finds those letters, and that tone once it has one.
     */
    public static boolean matches(String search, String name) {
        String[] folded = fold(name).split(" ");
        String[] marked = marked(name).split(" ");
        return Arrays.stream(marked(search).split(" ")).allMatch(word -> fold(word).equals(word)
                ? Arrays.stream(folded).anyMatch(n -> n.startsWith(word))
                : Arrays.stream(marked).anyMatch(n -> begins(word, n)));
    }

    /** "hoà", half of hoàn and another spelling of hòa, begins both. */
    private static boolean begins(String word, String name) {
        String tone = toneOf(word);
        return name.startsWith(word.substring(0, word.length() - tone.length())) && name.endsWith(tone);
    }

    private static String toneOf(String marked) {
        int last = marked.length() - 1;
        return last >= 0 && TONES.indexOf(marked.charAt(last)) >= 0 ? marked.substring(last) : "";
    }

    /**
     * The key to sort by, as a class list is sorted: by the last word with its marks, then by the others from the first.
     * Letters stand in Vietnamese order, tones decide where letters agree. Compare keys with {@link String#compareTo}. Needs
     * no locale data of the Java runtime.
     */
    public static String sortKey(String name) {
        String line = oneLine(name);
        int last = line.lastIndexOf(' ');
        StringBuilder key = new StringBuilder(2 * line.length() + 3);
        rank(key, line, last + 1, line.length());
        rank(key.append(NOTHING), line, 0, Math.max(0, last));
        return key.toString();
    }

    private static void rank(StringBuilder key, String line, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            key.append(c < END ? RANK[c] : c);
        }
        key.append(NOTHING);
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            key.append(c < END ? (char) (TONE[c] + 1) : (char) 1);
        }
    }

    private static void append(StringBuilder key, char c) {
        boolean space = c != NOTHING && (Character.isWhitespace(c) || Character.isSpaceChar(c));
        if (space && !key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
            key.append(' ');
        } else if (!space && c != NOTHING) {
            key.append(c);
        }
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '`';
    }
}
