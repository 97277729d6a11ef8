package vn.banso.desktop.kit;

import java.util.function.Function;
import javafx.util.StringConverter;

/** What the choices of a list that drops down are called. One way only: nobody types into such a list. */
public final class WordedNames<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public WordedNames(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, not typed");
    }
}
