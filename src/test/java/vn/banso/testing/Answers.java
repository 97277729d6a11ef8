package vn.banso.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.say.Sentence;

/** Dialogs that answer what the test has laid ready, and remember what they were asked. */
public final class Answers implements Dialogs {
    private final List<String> asked = new ArrayList<>();
    private boolean yes = true;
    private Optional<String> words = Optional.empty();
    private Optional<Path> path = Optional.empty();
    /** Before that, these, each once. */
    private final Deque<Path> paths = new ArrayDeque<>();

    public Answers yes(boolean answer) {
        yes = answer;
        return this;
    }

    public Answers words(String answer) {
        words = Optional.of(answer);
        return this;
    }

    public Answers path(Path answer) {
        path = Optional.of(answer);
        return this;
    }

    /** These, one after the other. */
    public Answers paths(Path... more) {
        paths.addAll(List.of(more));
        return this;
    }

    private Optional<Path> next() {
        return Optional.ofNullable(paths.poll()).or(() -> path);
    }

    /** Keys of the questions and titles, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public boolean confirm(Sentence question, String yesKey) {
        asked.add(question.key());
        return yes;
    }

    @Override
    public Optional<String> ask(Sentence question, String yesKey) {
        asked.add(question.key());
        return words;
    }

    @Override
    public Optional<Path> openFile(String titleKey) {
        asked.add(titleKey);
        return next();
    }

    @Override
    public List<Path> openFiles(String titleKey) {
        asked.add(titleKey);
        return next().stream().toList();
    }

    @Override
    public Optional<Path> saveFile(String titleKey, String suggestedName) {
        asked.add(titleKey);
        return next();
    }

    @Override
    public Optional<Path> folder(String titleKey) {
        asked.add(titleKey);
        return next();
    }
}
