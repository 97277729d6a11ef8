package vn.banso.desktop.form;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.banso.register.Names;

/** Chooses by the first letters of a word, with or without marks; the same letter again goes on to the next that begins so. */
final class FirstLetters {
    private final List<List<String>> words;
    private String typed = "";

    /** @param words what each choice may be called */
    FirstLetters(List<List<String>> words) {
        this.words = words.stream().map(of -> of.stream().map(Names::fold).toList()).toList();
    }

    /**
     * Which one is meant now; empty where none begins so.
     *
     * @param now the one chosen, -1 for none
     */
    OptionalInt choose(String letter, int now) {
        String longer = typed + letter;
        if (!typed.isEmpty() && IntStream.range(0, words.size()).anyMatch(i -> begins(i, longer))) {
            typed = longer;
            return now >= 0 && begins(now, longer) ? OptionalInt.of(now) : from(0);
        }
        typed = letter;
        OptionalInt next = from(now + 1);
        if (next.isEmpty()) {
            forget();
        }
        return next;
    }

    /** Takes the last letter back, as keyboard drivers do before they send it again with its mark; false where none is left. */
    boolean takeBack() {
        typed = typed.isEmpty() ? typed : typed.substring(0, typed.length() - 1);
        return !typed.isEmpty();
    }

    /** Begins anew. */
    void forget() {
        typed = "";
    }

    private OptionalInt from(int first) {
        int all = words.size();
        return IntStream.range(first, first + all).map(i -> i % all).filter(i -> begins(i, typed)).findFirst();
    }

    private boolean begins(int choice, String letters) {
        String key = Names.fold(letters);
        return words.get(choice).stream().anyMatch(word -> word.startsWith(key));
    }
}
