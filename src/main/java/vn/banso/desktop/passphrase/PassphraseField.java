package vn.banso.desktop.passphrase;

import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;

/**
 * A passphrase, hidden or shown as its person wishes. Says when Caps Lock is on, and when a Vietnamese keyboard has put marks on what
 * was typed: both are found out otherwise only by a passphrase that does not open.
 */
public final class PassphraseField extends VBox {
    private static final int LAST_PLAIN = 127;

    private final TextField shown = new TextField();
    private final PasswordField hidden = new PasswordField();
    private final ToggleButton eye;
    private final Label caps;
    private final Label marks;

    /** @param label text key of what stands above it */
    public PassphraseField(Ui ui, String label, StringProperty typed) {
        this(ui, label, typed, true);
    }

    /** @param warned whether marks are worth a word: they are not while a passphrase is chosen */
    PassphraseField(Ui ui, String label, StringProperty typed, boolean warned) {
        getStyleClass().add("bs-passphrase");
        Label name = Ui.styled(new Label(ui.say(label)), "bs-strong");
        name.setLabelFor(hidden);
        hidden.setAccessibleText(ui.say(label));
        shown.setAccessibleText(ui.say(label));
        shown.setVisible(false);
        shown.textProperty().bindBidirectional(typed);
        hidden.textProperty().bindBidirectional(typed);
        eye = Ui.styled(new ToggleButton(), "bs-icon-button", "bs-passphrase-eye");
        eye.setGraphic(ui.icon(Icon.ATTENTION));
        eye.setAccessibleText(ui.say("passphrase.show"));
        eye.setTooltip(new Tooltip(ui.say("passphrase.show")));
        // Tab goes on to the next field; a space meant for a passphrase must not uncover it.
        eye.setFocusTraversable(false);
        eye.selectedProperty().subscribe(this::reveal);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F6) {
                eye.fire();
                event.consume();
            }
        });
        StackPane field = new StackPane(shown, hidden);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = ui.row(field, eye);
        line.getStyleClass().add("bs-passphrase-line");
        caps = hint(ui, "passphrase.caps");
        marks = hint(ui, "passphrase.marks");
        getChildren().addAll(name, line, caps, marks);
        typed.subscribe(text -> show(marks, warned && text.chars().anyMatch(c -> c > LAST_PLAIN)));
        hidden.setOnKeyReleased(_ -> lookAtCaps());
        shown.setOnKeyReleased(_ -> lookAtCaps());
        hidden.focusedProperty().subscribe(this::lookAtCaps);
    }

    private static Label hint(Ui ui, String key) {
        Label hint = Ui.styled(ui.text(ui.say(key)), "bs-passphrase-hint", "bs-small");
        hint.setGraphic(ui.icon(Icon.WARNING));
        show(hint, false);
        return hint;
    }

    private static void show(Label hint, boolean shown) {
        hint.setVisible(shown);
        hint.setManaged(shown);
    }

    private void lookAtCaps() {
        show(caps, Platform.isKeyLocked(KeyCode.CAPS).orElse(false) && (hidden.isFocused() || shown.isFocused()));
    }

    private void reveal(boolean open) {
        boolean focused = hidden.isFocused() || shown.isFocused();
        shown.setVisible(open);
        hidden.setVisible(!open);
        if (focused || eye.isFocused()) {
            focus();
        }
    }

    private TextInputControl now() {
        return eye.isSelected() ? shown : hidden;
    }

    public void focus() {
        now().requestFocus();
        now().end();
    }

    /** Enter in the field. */
    public void onEnter(Runnable act) {
        EventHandler<ActionEvent> handler = _ -> act.run();
        shown.setOnAction(handler);
        hidden.setOnAction(handler);
    }

    /** Selects what is there, to be typed over. */
    public void selectAll() {
        now().requestFocus();
        now().selectAll();
    }
}
