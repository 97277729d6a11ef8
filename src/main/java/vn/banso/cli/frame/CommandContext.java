package vn.banso.cli.frame;

import vn.banso.register.catalogue.Texts;
import vn.banso.store.files.NodeOptions;

/**
 * Where a command works: the terminal, the chosen language, and how nodes are kept on this machine (its clock included).
 */
public record CommandContext(Terminal terminal, Texts texts, NodeOptions options) {

    /** One line of the answer, in the chosen language. */
    public void say(String key, Object... args) {
        line(texts.get(key, args));
    }

    /** One line of the answer as it is. */
    public void line(String line) {
        terminal.out().println(line);
    }

    /** One line beside the answer: progress, or what to know before going on. Kept out of what scripts read. */
    public void note(String key, Object... args) {
        terminal.err().println(texts.get(key, args));
    }

    /** The answer for programs: JSON on one line. */
    public void json(Object value) {
        line(Json.write(value));
    }
}
