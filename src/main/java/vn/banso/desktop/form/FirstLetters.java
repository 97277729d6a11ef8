package vn.banso.desktop.form;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.banso.register.names.Names;

/**
 * Chooses by the first letters of a word, with or without marks. What is called so comes first, then what begins so, one word before
 * several ("Con" before "Chủ hộ"), then what has a further word that begins so; the same letter again goes on to the next of them.
 */
final class FirstLetters {
    private final List<List<String>> words;
    private String typed = "";
    private int turn;

    /** @param words what each choice may be called */
    FirstLetters(List<List<String>> words) {
        this.words = words.stream().map(of -> of.stream().map(Names::fold).toList()).toList();
    }

    /** Which one is meant now; empty where none begins so. */
    OptionalInt choose(String letter) {
        if (!found(typed + letter).isEmpty()) {
            typed += letter;
            turn = 0;
        } else if (!found(letter).isEmpty()) {
            turn = Names.fold(letter).equals(Names.fold(typed)) ? turn + 1 : 0;
            typed = letter;
        } else {
            forget();
            return OptionalInt.empty();
        }
        List<Integer> found = found(typed);
        return OptionalInt.of(found.get(turn % found.size()));
    }

    /** Takes the last letter back, as keyboard drivers do before they send it again with its mark; false where none is left. */
    boolean takeBack() {
        typed = typed.isEmpty() ? typed : typed.substring(0, typed.length() - 1);
        turn = 0;
        return !typed.isEmpty();
    }

    /** Begins anew. */
    void forget() {
        typed = "";
        turn = 0;
    }

    private List<Integer> found(String letters) {
        String key = Names.fold(letters);
        return key.isEmpty() ? List.of() : IntStream.range(0, words.size()).boxed().filter(i -> rank(i, key) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(i -> rank(i, key))).toList();
    }

    private int rank(int choice, String key) {
        return words.get(choice).stream().mapToInt(word -> rank(word, key)).min().orElse(Integer.MAX_VALUE);
    }

    private static int rank(String word, String key) {
        String[] parts = word.split("[^\\p{L}\\p{N}]+");
        return word.equals(key) ? 0 : word.startsWith(key) ? parts.length
                : Arrays.stream(parts).anyMatch(p -> p.startsWith(key)) ? 100 : Integer.MAX_VALUE;
    }
}
