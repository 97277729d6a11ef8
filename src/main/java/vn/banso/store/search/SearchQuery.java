package vn.banso.store.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.banso.register.names.Names;

/**
 * What somebody has typed, to be found in folded texts. It is split at spaces; a part fits where it begins a word. Parts that are
 * numbers of three digits and more may stand anywhere in a number, so that the end of a phone number finds it too.
 */
public final class SearchQuery {
    private static final byte LINE = '\n';
    private static final int MOST = 31;

    private final byte[][] parts;

    private SearchQuery(byte[][] parts) {
        this.parts = parts;
    }

    public static SearchQuery of(String typed) {
        return new SearchQuery(Arrays.stream(Names.fold(typed).split(" "))
                .filter(p -> !p.isEmpty()).limit(MOST).map(p -> p.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
    }

    public boolean isEmpty() {
        return parts.length == 0;
    }

    byte[] first() {
        return parts[0];
    }

    /** The first bytes of all words of a text, a bit each; several bytes share one. */
    static long initials(byte[] text) {
        long initials = 0;
        byte before = LINE;
        for (byte here : text) {
            initials |= isInWord(before) ? 0 : 1L << here;
            before = here;
        }
        return initials;
    }

    /** No where a part begins like no word does. @param found parts that were found elsewhere, as bits */
    boolean mayFit(long initials, int found) {
        for (int i = 0; i < parts.length; i++) {
            if ((initials >>> parts[i][0] & 1) == 0 && !isAnywhere(parts[i]) && (found >>> i & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether whatever this fits, the other fitted too: each of its parts begins one of these. */
    public boolean narrows(SearchQuery other) {
        boolean narrows = other.parts.length <= parts.length;
        for (int i = 0; narrows && i < other.parts.length; i++) {
            byte[] was = other.parts[i];
            byte[] is = parts[i];
            // A number of three digits fits where one of two did not.
            narrows = is.length >= was.length && Arrays.equals(is, 0, was.length, was, 0, was.length)
                    && isAnywhere(is) == isAnywhere(was);
        }
        return narrows;
    }

    private static boolean isAnywhere(byte[] part) {
        return part[0] >= '0' && part[0] <= '9' && part.length > 2;
    }

    /** Whether every part fits somewhere in this stretch of the texts. */
    boolean fits(byte[] texts, int from, int to) {
        for (byte[] part : parts) {
            if (!fits(texts, from, to, part)) {
                return false;
            }
        }
        return true;
    }

    /** The parts that fit somewhere in this stretch of the texts, as bits. */
    public int fitting(byte[] texts, int from, int to) {
        int fitting = 0;
        for (int i = 0; i < parts.length; i++) {
            fitting |= fits(texts, from, to, parts[i]) ? 1 << i : 0;
        }
        return fitting;
    }

    /** All bits of {@link #fitting}. */
    int all() {
        return (1 << parts.length) - 1;
    }

    private static boolean fits(byte[] texts, int from, int to, byte[] part) {
        boolean anywhere = isAnywhere(part);
        byte first = part[0];
        byte before = LINE;
        for (int at = from; at <= to - part.length; at++) {
            byte here = texts[at];
            if (here == first && (anywhere || !isInWord(before)) && standsAt(texts, at, part)) {
                return true;
            }
            before = here;
        }
        return false;
    }

    static boolean standsAt(byte[] texts, int at, byte[] part) {
        for (int i = 1; i < part.length; i++) {
            if (texts[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInWord(byte b) {
        return b < 0 || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z';
    }
}
