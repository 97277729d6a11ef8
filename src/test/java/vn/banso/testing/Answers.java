package vn.banso.testing;

import java.nio.file.Path;
import java.util.ArrayList;
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
        return path;
    }

    @Override
    public List<Path> openFiles(String titleKey) {
        asked.add(titleKey);
        return path.stream().toList();
    }

    @Override
    public Optional<Path> saveFile(String titleKey, String suggestedName) {
        asked.add(titleKey);
        return path;
    }

    @Override
    public Optional<Path> folder(String titleKey) {
        asked.add(titleKey);
        return path;
    }
}
