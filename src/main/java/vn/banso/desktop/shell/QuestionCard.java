package vn.banso.desktop.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;

/**
 * A question that interrupts, with the buttons of the house. The safe answer has the keyboard; where words are asked for, they are
 * needed, and it says so.
 */
final class QuestionCard extends VBox {
    private final Ui ui;
    private final Consumer<Optional<String>> answered;
    private final Optional<TextField> words;
    private final Button act;
    private final Button cancel;
    private final Label missing;

    /**
     * @param yes text key of the act itself
     * @param words whether a line of the person's own words is asked for
     * @param answered empty where they think better of it; called once
     */
    QuestionCard(Ui ui, String question, String yes, boolean words, Consumer<Optional<String>> answered) {
        this.ui = ui;
        this.answered = answered;
        this.words = Optional.of(Ui.input()).filter(_ -> words);
        getStyleClass().add("bs-question");
        missing = Ui.styled(ui.text(""), "bs-question-missing");
        act = Ui.styled(ui.button(yes, this::act), "bs-question-act");
        cancel = ui.primary("shell.dialog.cancel", () -> answered.accept(Optional.empty()));
        getChildren().add(ui.text(question));
        this.words.ifPresent(field -> {
            field.setOnAction(_ -> fromWords());
            field.textProperty().subscribe(() -> missing.setText(""));
            getChildren().addAll(field, missing);
        });
        getChildren().add(ui.row(Ui.spring(), act, cancel));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel.fire();
            }
        });
    }

    /** Gives the keyboard its place. */
    void begin() {
        words.ifPresentOrElse(TextField::requestFocus, cancel::requestFocus);
    }

    private void fromWords() {
        if (said().isEmpty()) {
            ask();
        } else {
            act.requestFocus();
        }
    }

    private void act() {
        if (words.isPresent() && said().isEmpty()) {
            ask();
        } else {
            answered.accept(Optional.of(said()));
        }
    }

    private void ask() {
        missing.setText(ui.say("shell.dialog.words_needed"));
        words.ifPresent(TextField::requestFocus);
    }

    private String said() {
        return words.map(field -> field.getText().strip()).orElse("");
    }
}
