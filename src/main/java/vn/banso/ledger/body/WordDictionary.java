package vn.banso.ledger.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that every reader of body version 1 knows by number: the resource {@code words-1.txt}, one in a line. */
public final class WordDictionary {
    /** A text of more words is not cut into words. */
    public static final int MOST = 64;

    public static final List<String> KNOWN = load();
    private static final Map<String, Integer> PLACES = places();

    private WordDictionary() {}

    /** The number of a known word, or -1. */
    static int place(String word) {
        return PLACES.getOrDefault(word, -1);
    }

    static String[] split(String text) {
        return text.split(" ", -1);
    }

    /** Whether the text comes back when its words are put together again. */
    static boolean fits(String text) {
        int words = 1;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            words++;
        }
        return words <= MOST;
    }

    private static List<String> load() {
        try (InputStream in = WordDictionary.class.getResourceAsStream("words-1.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        KNOWN.forEach(word -> places.put(word, places.size()));
        return Map.copyOf(places);
    }
}
