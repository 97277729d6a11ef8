package vn.banso.say;

import java.util.List;
import vn.banso.register.catalogue.Texts;

/** One sentence for the user: a text key and what is filled in. */
public record Sentence(String key, List<Object> args) {
    public static Sentence of(String key, Object... args) {
        return new Sentence(key, List.of(args));
    }

    public String in(Texts texts) {
        return texts.get(key, args.toArray());
    }
}
