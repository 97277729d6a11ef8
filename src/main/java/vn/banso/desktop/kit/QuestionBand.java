package vn.banso.desktop.kit;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A question on one line above what it is about, answered by one key: 1, 2, … take the answer of that number. One stop for the keyboard;
 * Enter goes on and leaves it open.
 */
public final class QuestionBand extends WrapRow {
    private final List<Answer> answers;
    /** A key that was pressed before the keyboard came here is no answer. */
    private boolean pressedHere;
    private Optional<Runnable> onward = Optional.empty();

    /** @param words what stands on the button, behind its number */
    public record Answer(String words, Runnable act) {}

    public QuestionBand(Ui ui, Icon icon, String question, List<Answer> answers) {
        this.answers = answers;
        getStyleClass().addAll("bs-row", "bs-band", "bs-band-wait", "bs-question-band");
        WrapRow together = new WrapRow();
        getChildren().addAll(ui.row(ui.icon(icon), ui.text(question)), Ui.spring(), together);
        for (int i = 0; i < answers.size(); i++) {
            Button button = Ui.styled(new Button((i + 1) + "  " + answers.get(i).words()), "bs-button");
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setFocusTraversable(false);
            Runnable act = answers.get(i).act();
            button.setOnAction(_ -> act.run());
            together.getChildren().add(button);
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(question + " " + String.join(" · ", answers.stream().map(a -> (answers.indexOf(a) + 1) + " " + a.words()).toList()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        focusedProperty().subscribe(_ -> pressedHere = false);
    }

    /** Where Enter leads; else to the next control. */
    public QuestionBand onward(Runnable there) {
        onward = Optional.of(there);
        return this;
    }

    /** Leads the keyboard on. */
    public void goOn() {
        onward.orElse(() -> EnterKey.goOn(this)).run();
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
            return;
        }
        pressedHere = true;
        if (e.getCode() == KeyCode.ENTER) {
            goOn();
        } else {
            return;
        }
        e.consume();
    }

    /** By the letter rather than by the key: what it leads to would get the letter else. */
    private void typed(KeyEvent e) {
        int at = "123456789".indexOf(e.getCharacter().isEmpty() ? " " : e.getCharacter());
        if (pressedHere && at >= 0 && at < answers.size()) {
            answers.get(at).act().run();
        }
        e.consume();
    }
}
