package vn.banso.desktop.layout;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WrapRow;

/** A few ways to see one thing, side by side. One stop for the keyboard: the arrows choose. */
public final class Choices<E extends Enum<E>> extends WrapRow {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final List<E> values;
    private final Property<E> chosen;
    private final Function<E, String> words;

    /** @param name read aloud */
    public Choices(String name, List<E> values, Property<E> chosen, Function<E, String> words) {
        super(0, 0);
        this.values = values;
        this.chosen = chosen;
        this.words = words;
        getStyleClass().add("bs-choices");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        setAccessibleText(name);
        EnterKey.goesOn(this);
        for (E value : values) {
            Label label = new Label();
            label.getStyleClass().add("bs-choice");
            label.setMinWidth(USE_PREF_SIZE);
            label.setUserData(value);
            label.setOnMouseClicked(_ -> {
                requestFocus();
                chosen.setValue(value);
            });
            getChildren().add(label);
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        WhileShown.follow(this, chosen, this::reword);
        reword();
    }

    /** Looks like the parts of a page rather than like an answer. */
    public Choices<E> asTabs() {
        getStyleClass().setAll("bs-tabs");
        return this;
    }

    /** Says the words anew, where they count something. */
    public void reword() {
        for (int i = 0; i < values.size(); i++) {
            Label label = (Label) getChildren().get(i);
            label.setText(words.apply(values.get(i)));
            label.pseudoClassStateChanged(CHOSEN, values.get(i) == chosen.getValue());
        }
        setAccessibleRoleDescription(words.apply(chosen.getValue()));
    }

    /** The one before or after this, as far as there is one. */
    public void step(int by) {
        chosen.setValue(values.get(Math.clamp(values.indexOf(chosen.getValue()) + by, 0, values.size() - 1)));
    }

    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || e.getCode() != KeyCode.LEFT && e.getCode() != KeyCode.RIGHT) {
            return;
        }
        step(e.getCode() == KeyCode.LEFT ? -1 : 1);
        e.consume();
    }
}
