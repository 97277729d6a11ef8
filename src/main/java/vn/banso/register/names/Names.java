package vn.banso.register.names;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.banso.register.values.TypedText;

/**
 * Vietnamese names: search with or without marks, and the order of a class list (by the last word of
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

    /** What stands for an apostrophe in H'Hen, as keyboards, fonts and files write it. */
    static final String APOSTROPHES = "'\u2019\u2018\u02BC\u02BB\u00B4\u2032\u02B9\uFF07\u201B`";
    /** Letters that look like Đ or B with a stroke, or are one, and what search and order take them for. */
    static final String STROKED = "ĐđÐðƉɖɃƀ";
    private static final String UNSTROKED = "đđđđđđbb";
    /** Wide letters, as East Asian keyboards write them, stand this far behind the usual ones. */
    private static final char WIDE = '\uFF01';
    private static final char WIDE_END = '\uFF5E';

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    /** H'Hen, H' Hen, Y Luk, Y'Luk: what stands before the name proper among the peoples of the highlands. */
    private static final Pattern HIGHLAND =
            Pattern.compile("(?<!\\S)([HhYy])(?:\\s*[" + APOSTROPHES + "]\\s*|(?<=[Yy])\\s+)(?=\\p{L})");
    /** Lý and Lí, Quý and Quí: one syllable in two spellings; the tone may stand behind it. */
    private static final int LONGEST_I_OR_Y = 4;
    private static final Pattern I_OR_Y = Pattern.compile("(qu|[hklmstv])([iy])([" + TONES + "]?)");

    private static final char[] FOLDED = new char[END];
    private static final char[] TONELESS = new char[END];
    private static final char[] TONE = new char[END];
    private static final char[] RANK = new char[END];
    /** What decides where the letters agree: the tone, or that it is a letter of another language (Č, Ŏ, ñ). */
    private static final char[] ORDER = new char[END];

    static {
        for (char c = 0; c < END; c++) {
            if (apostrophe(c)) {
                TONELESS[c] = c;
                continue;
            }
            int stroked = STROKED.indexOf(c);
            if (stroked < 0 && c >= LATIN_END && (c < COMBINING || c >= COMBINING_END) && c < VIETNAMESE) {
                FOLDED[c] = TONELESS[c] = Character.toLowerCase(c);
                continue;
            }
            String parts = stroked >= 0 ? UNSTROKED.substring(stroked, stroked + 1)
                    : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            String plain = MARKS.matcher(parts).replaceAll("").replace('đ', 'd');
            FOLDED[c] = c >= COMBINING && c < COMBINING_END ? NOTHING
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
            boolean foreign = place < 0 && ALPHABET.indexOf(FOLDED[c]) >= 0;
            RANK[c] = place >= 0 || foreign ? (char) ('a' + (foreign ? ALPHABET.indexOf(FOLDED[c]) : place))
                    : c >= COMBINING && c < COMBINING_END ? NOTHING : TONELESS[c] > 'z' ? (char) (TONELESS[c] + END) : TONELESS[c];
            ORDER[c] = (char) (TONE[c] + 1 + (foreign || STROKED.indexOf(c) > 5 ? TONES.length() + 1 : 0));
        }
    }

    private Names() {}

    /**
     * The key to search by without marks: lower case, no marks, đ is d, no apostrophes (H'Mông is hmong), single spaces.
     * Names that differ only in marks, and both spellings hóa and hoá, have one key.
     */
    public static String fold(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = narrow(name.charAt(i));
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
            char c = narrow(composed.charAt(i));
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
        List<String> folded = words(fold(name), name, Names::fold);
        List<String> marked = words(marked(name), name, Names::marked);
        return Arrays.stream(marked(search).split(" ")).allMatch(word -> fold(word).equals(word)
                ? folded.stream().anyMatch(n -> n.startsWith(word))
                : marked.stream().anyMatch(n -> begins(word, n)));
    }

    /** The same without regard to marks, also to those that were typed: who types them wrong finds somebody too. */
    public static boolean resembles(String search, String name) {
        List<String> folded = words(fold(name), name, Names::fold);
        return Arrays.stream(fold(search).split(" ")).allMatch(word -> folded.stream().anyMatch(n -> n.startsWith(word)));
    }

    /** Whether marks were typed, so that names with just these are meant before others. */
    public static boolean hasMarks(String search) {
        return !marked(search).equals(fold(search));
    }

    /**
     * What a name is found by, folded: the name itself, and behind it the words that people also look for it by: the part after H' or Y
     * with and without it (H' Hen is found by hen and hhen), and the other spelling of Lý, Mỹ, Quý.
     */
    public static String searchable(String name) {
        return String.join(" ", words(fold(name), name, Names::fold));
    }

    /** The words of a name in their order, each once, and behind them those it is also found by. */
    private static List<String> words(String key, String name, UnaryOperator<String> form) {
        List<String> own = Arrays.asList(key.split(" "));
        Set<String> words = new LinkedHashSet<>();
        if (mayBeHighland(name)) {
            HIGHLAND.matcher(name).results().forEach(m -> {
                String rest = name.substring(m.end()).split("\\s", 2)[0];
                words.add(form.apply(m.group(1) + rest));
                words.add(form.apply(rest));
            });
        }
        for (String word : own) {
            Matcher twice = I_OR_Y.matcher(word);
            if (word.length() <= LONGEST_I_OR_Y && twice.matches()) {
                words.add(twice.group(1) + (twice.group(2).equals("i") ? "y" : "i") + twice.group(3));
            }
        }
        own.forEach(words::remove);
        return words.isEmpty() ? own : Stream.concat(own.stream(), words.stream()).toList();
    }

    /** Cheap, since every name of a commune is asked when its register opens. */
    private static boolean mayBeHighland(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (apostrophe(c) || (c == 'Y' || c == 'y') && i + 1 < name.length() && name.charAt(i + 1) == ' ') {
                return true;
            }
        }
        return false;
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
        String line = TypedText.oneLine(name);
        int last = line.lastIndexOf(' ');
        StringBuilder key = new StringBuilder(2 * line.length() + 3);
        rank(key, line, last + 1, line.length());
        rank(key.append(NOTHING), line, 0, Math.max(0, last));
        return key.toString();
    }

    private static void rank(StringBuilder key, String line, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = narrow(line.charAt(i));
            char rank = c < END ? RANK[c] : c;
            if (rank != NOTHING) {
                key.append(rank);
            }
        }
        key.append(NOTHING);
        for (int i = from; i < to; i++) {
            char c = narrow(line.charAt(i));
            key.append(c < END ? ORDER[c] : (char) 1);
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

    private static char narrow(char c) {
        return c >= WIDE && c <= WIDE_END ? (char) (c - WIDE + '!') : c;
    }

    private static boolean apostrophe(char c) {
        return APOSTROPHES.indexOf(c) >= 0;
    }
}
