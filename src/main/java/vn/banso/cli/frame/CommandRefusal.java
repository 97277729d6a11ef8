package vn.banso.cli.frame;

import java.util.List;
import vn.banso.say.Sentence;

/**
 * A command could not do what it was asked, for a reason that has a sentence. Nothing was changed.
 */
public final class CommandRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Sentence> sentences;
    private final int exit;

    private CommandRefusal(List<Sentence> sentences, int exit, Throwable cause) {
        super(sentences.getFirst().key(), cause);
        this.sentences = List.copyOf(sentences);
        this.exit = exit;
    }

    /** Asked rightly, but it cannot be done: exit code 1. */
    public static CommandRefusal because(String key, Object... args) {
        return because(List.of(Sentence.of(key, args)));
    }

    /** The same with several sentences, one line each. */
    public static CommandRefusal because(List<Sentence> sentences) {
        return new CommandRefusal(sentences, Exit.REFUSED, null);
    }

    /** The same, of an expected failure of another room. */
    public static CommandRefusal because(List<Sentence> sentences, Exception cause) {
        return new CommandRefusal(sentences, Exit.REFUSED, cause);
    }

    /** What was typed makes no sense: exit code 2. */
    public static CommandRefusal wrongUse(String key, Object... args) {
        return new CommandRefusal(List.of(Sentence.of(key, args)), Exit.WRONG_USE, null);
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public int exit() {
        return exit;
    }
}
