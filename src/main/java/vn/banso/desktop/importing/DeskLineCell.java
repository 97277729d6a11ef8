package vn.banso.desktop.importing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.banso.carrier.desk.DeskFile;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.carrier.desk.FileOutcome.Mark;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.WrappingCell;
import vn.banso.say.DeskWords;
import vn.banso.say.Sentence;
import vn.banso.say.Sentences;

/** A line of the desk: what it is, whose, and what it brings or what became of it. */
final class DeskLineCell extends WrappingCell<DeskLine> {
    private final Ui ui;
    private final ImportModel model;

    DeskLineCell(Ui ui, ImportModel model) {
        this.ui = ui;
        this.model = model;
    }

    @Override
    protected void updateItem(DeskLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        getStyleClass().remove("importing-head");
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case DeskLine.Head head -> head(head.source());
            case DeskLine.Single file -> file(file);
        }
    }

    private void head(ImportSource source) {
        getStyleClass().add("importing-head");
        show(source.stick().isPresent() ? Icon.STICK : Icon.FOLDER, name(source), summary(source), state(source), List.of(), source);
    }

    private String name(ImportSource source) {
        return source.stick().map(stick -> ui.say("importing.stick", stick)).orElseGet(() -> DeskWords.name(source.path()));
    }

    /** How many files, whose, and how much of it is new. */
    private String summary(ImportSource source) {
        if (source.state() == ImportSource.State.LOOKING || source.state() == ImportSource.State.UNREADABLE) {
            return "";
        }
        String writers = words().map(w -> source.files().stream().map(w::writers).filter(s -> !s.isEmpty()).distinct().collect(Collectors.joining(", "))).orElse("");
        return Stream.of(ui.say("importing.files", source.files().size()), writers, ui.say("importing.new", source.newChanges()))
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
    }

    private Optional<DeskWords> words() {
        return model.situation().get().grants().map(grants -> new DeskWords(grants, ui.texts()));
    }

    private Label state(ImportSource source) {
        return switch (source.state()) {
            case LOOKING -> Ui.styled(new Label(ui.say("importing.state.LOOKING")), "bs-soft", "bs-small");
            case LOOKED -> Ui.styled(new Label(ui.say(source.waits() ? "importing.state.LOOKED" : "importing.state.nothing")), "bs-soft", "bs-small");
            case TAKING -> Ui.styled(new Label(ui.say("importing.state.TAKING")), "bs-strong", "bs-small");
            case TAKEN -> source.outcomes().stream().anyMatch(o -> o.trouble().isPresent())
                    ? mark(Icon.WARNING, ui.say("importing.state.answers_missing"), "bs-look")
                    : mark(Icon.DONE, ui.say(source.stick().isPresent() ? "importing.state.removable" : "importing.state.TAKEN"), "bs-received");
            case UNREADABLE -> mark(Icon.WARNING, ui.say("importing.state.UNREADABLE"), "bs-look");
        };
    }

    private Label mark(Icon icon, String said, String meaning) {
        return Ui.styled(new Label(said, ui.icon(icon)), "bs-mark", meaning);
    }

    private void file(DeskLine.Single line) {
        DeskFile file = line.file();
        Optional<FileOutcome> outcome = line.source().outcome(file);
        Optional<DeskWords> words = words();
        String whose = words.map(w -> Stream.of(w.writers(file), w.places(file)).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "))).orElse("");
        List<Sentence> said = words.map(w -> outcome.map(w::after).orElseGet(() -> w.before(file))).orElse(List.of());
        Label state = outcome.map(o -> mark(line, o)).orElseGet(() -> file.why().isPresent()
                ? mark(Icon.CLOSE, ui.say("desk.mark.LEFT"), "bs-soft") : state(line.source()));
        if (line.alone() && !file.file().equals(line.source().path())) {
            whose = Stream.of(DeskWords.name(file.file()), whose).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
        }
        Icon icon = line.alone() && line.source().stick().isPresent() ? Icon.STICK : Icon.FILE;
        show(icon, line.alone() ? name(line.source()) : DeskWords.name(file.file()), whose, state, said, line.alone() ? line.source() : null);
    }

    /** Where one file is all, its line says of the stick too that it can be removed. */
    private Label mark(DeskLine.Single line, FileOutcome outcome) {
        Label mark = mark(outcome.mark());
        if (line.alone() && line.source().stick().isPresent() && outcome.taken() && outcome.trouble().isEmpty()) {
            mark.setText(ui.say("importing.mark_removable", mark.getText()));
        }
        return mark;
    }

    private Label mark(Mark mark) {
        String word = ui.say("desk.mark." + mark);
        return switch (mark) {
            case NEW -> mark(Icon.DONE, word, "bs-received");
            case NOTHING_NEW -> Ui.styled(new Label(word), "bs-soft", "bs-small");
            case WAITS -> mark(Icon.HISTORY, word, "bs-waiting");
            case LOOK -> mark(Icon.WARNING, word, "bs-look");
            case LEFT -> mark(Icon.CLOSE, word, "bs-soft");
        };
    }

    /** @param removable what can be taken off the desk by this line; null where the line above it does that */
    private void show(Icon icon, String name, String whose, Label state, List<Sentence> said, ImportSource removable) {
        Label title = Ui.styled(ui.name(name), "bs-strong");
        state.setMinWidth(Region.USE_PREF_SIZE);
        VBox lines = new VBox(new WrapRow(title, Ui.spring(), state));
        if (!whose.isEmpty()) {
            lines.getChildren().add(Ui.styled(ui.text(whose), "bs-soft", "bs-small"));
        }
        List<Sentence> all = removable == null ? said : Stream.concat(said.stream(),
                removable.trouble().stream().flatMap(e -> Sentences.peer(e, DeskWords.name(removable.path())).stream())).toList();
        if (!all.isEmpty()) {
            lines.getChildren().add(ui.text(ui.say(all)));
        }
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox row = ui.row(ui.icon(icon), lines, removable == null ? held() : removing(removable));
        if (getItem() instanceof DeskLine.Single one && !one.alone()) {
            row.getStyleClass().add("importing-inside");
        }
        setGraphic(row);
        setAccessibleText(Stream.of(name, state.getText(), whose, ui.say(all)).filter(s -> !s.isEmpty()).collect(Collectors.joining(", ")));
    }

    /** Nothing is deleted by it; by the keyboard it is Delete. */
    private Button removing(ImportSource source) {
        Button remove = ui.iconButton(Icon.CLOSE, "importing.remove", () -> model.remove(source.path()));
        remove.setFocusTraversable(false);
        remove.setDisable(source.state() == ImportSource.State.TAKING);
        return remove;
    }

    /** As wide as the button of other lines, so that what they say ends in one line. */
    private Node held() {
        Button button = ui.iconButton(Icon.CLOSE, "importing.remove", () -> { });
        button.setVisible(false);
        return button;
    }
}
