package vn.banso.register.names;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What somebody is called, made ready to be compared with how somebody else wrote it.
 *
 * @param folded the words by {@link Names#fold}, from the surname to the given name
 * @param marked the same words by {@link Names#marked}
 */
public record PersonName(List<String> folded, List<String> marked) {
    /** From this length on, one letter may differ: a slip of the hand, not another name. */
    private static final int FORGIVING_LENGTH = 8;

    /** What people write before a name out of politeness; a surname and a given name have to be left. */
    private static final Set<String> TITLES = Set.of("ông", "bà", "cụ", "cô", "chú", "bác", "anh", "chị", "cháu", "em");
    private static final int LEAST_WORDS = 2;
    private static final String VOWELS = "aeiouy";

    /** How much two names say that one person is meant. */
    public enum Likeness { NO, CLOSE, SAME }

    public static PersonName of(String name) {
        String text = name.replace('.', ' ').replace(',', ' ');
        List<String> marked = words(Names.marked(text));
        // With marks they are told from surnames: chú is a title, and Chu a family.
        int titles = marked.size() > LEAST_WORDS && TITLES.contains(marked.getFirst()) ? 1 : 0;
        List<String> folded = words(Names.fold(text));
        return new PersonName(folded.subList(titles, folded.size()), marked.subList(titles, marked.size()));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toList();
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    String surname() {
        return folded.getFirst();
    }

    String given() {
        return folded.getLast();
    }

    /**
     * The same name, typed with or without marks; close: without its middle name, with initials, or with one slip of the hand. Nam
     * and Năm are two names wherever both were typed with marks.
     */
    public Likeness like(PersonName other) {
        if (isEmpty() || other.isEmpty()) {
            return Likeness.NO;
        }
        boolean bothMarked = !folded.equals(marked) && !other.folded.equals(other.marked);
        if (folded.equals(other.folded)) {
            return bothMarked && differInMarks(other) ? Likeness.NO : Likeness.SAME;
        }
        return isShortened(other, bothMarked) || isSlip(other, bothMarked) ? Likeness.CLOSE : Likeness.NO;
    }

    /** In the given name every mark counts; a word before it may have been typed without its marks. */
    private boolean differInMarks(PersonName other) {
        for (int i = 0; i < folded.size(); i++) {
            boolean plain = i < folded.size() - 1 && (isPlain(i) || other.isPlain(i));
            if (!plain && !marked.get(i).equals(other.marked.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlain(int word) {
        return folded.get(word).equals(marked.get(word));
    }

    /** Same given name and surname, where only initials stand for the words before it or some of the middle ones are left out. */
    private boolean isShortened(PersonName other, boolean bothMarked) {
        int last = folded.size() - 1;
        int otherLast = other.folded.size() - 1;
        if (last < 1 || otherLast < 1 || !given().equals(other.given())
                || bothMarked && !marked.getLast().equals(other.marked.getLast()) || !fits(0, other, 0, bothMarked)) {
            return false;
        }
        PersonName longer = last >= otherLast ? this : other;
        PersonName shorter = last >= otherLast ? other : this;
        int at = 1;
        for (int i = 1; i < shorter.folded.size() - 1; i++) {
            while (at < longer.folded.size() - 1 && !shorter.fits(i, longer, at, bothMarked)) {
                at++;
            }
            if (at++ >= longer.folded.size() - 1) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(int word, PersonName other, int there, boolean bothMarked) {
        String one = folded.get(word);
        String two = other.folded.get(there);
        if (isInitial(one) || isInitial(two)) {
            return one.startsWith(two) || two.startsWith(one);
        }
        return one.equals(two) && (!bothMarked || isPlain(word) || other.isPlain(there) || marked.get(word).equals(other.marked.get(there)));
    }

    /** A letter, or the consonants before the first vowel: Ng. for Nguyễn. */
    private static boolean isInitial(String word) {
        return word.length() == 1 || word.chars().noneMatch(letter -> VOWELS.indexOf(letter) >= 0);
    }

    /** One word differs by one letter, and the others are written alike. */
    private boolean isSlip(PersonName other, boolean bothMarked) {
        if (folded.size() != other.folded.size() || Math.min(length(), other.length()) < FORGIVING_LENGTH) {
            return false;
        }
        int slips = 0;
        for (int i = 0; i < folded.size(); i++) {
            if (!folded.get(i).equals(other.folded.get(i))) {
                slips += oneLetterApart(folded.get(i), other.folded.get(i)) ? 1 : 2;
            } else if (bothMarked && !isPlain(i) && !other.isPlain(i) && !marked.get(i).equals(other.marked.get(i))) {
                slips += 2;
            }
        }
        return slips == 1;
    }

    private int length() {
        return folded.stream().mapToInt(String::length).sum() + folded.size() - 1;
    }

    private static boolean oneLetterApart(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || Math.min(a.length(), b.length()) < 2) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return a.length() - start - end <= 1 && b.length() - start - end <= 1;
    }
}
