package vn.banso.cli.frame;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import vn.banso.register.catalogue.Texts;

/** Gives the command-line library our own words: its key {@code x} is our text {@code cli.help.x}. */
public final class HelpWords extends ResourceBundle {
    public static final String PREFIX = "cli.help.";

    private final Texts texts;

    public HelpWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.find(PREFIX + key).map(HelpWords::plain).orElse(null);
    }

    /** The library reads help texts as patterns; ours are plain. */
    public static String plain(String text) {
        return text.replace("%", "%%");
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keys().stream().filter(k -> k.startsWith(PREFIX))
                .map(k -> k.substring(PREFIX.length())).toList());
    }
}
