package vn.banso.desktop.form;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Field;

/**
 * Text, whole numbers and days: typed freely, read when the cursor leaves or Enter is pressed. While it is being typed nothing
 * rewrites it: Vietnamese keyboards work by backspacing and typing again.
 */
final class TextControl implements FieldControl {
    /** Texts that may be longer than this many characters may have several lines. */
    private static final int ONE_LINE = 500;
    private static final int ROWS = 2;

    private final EntryModel model;
    private final Field field;
    private final TextInputControl input;
    private boolean showing;

    TextControl(EntryModel model, Field field) {
        this.model = model;
        this.field = field;
        this.input = field.type() == Field.ValueType.TEXT && field.max() > ONE_LINE ? area() : Ui.input();
        show();
        model.value(field).subscribe(this::show);
        model.typed(field).subscribe(this::show);
        input.textProperty().subscribe((_, now) -> {
            if (!showing) {
                model.typing(field, now);
            }
        });
        input.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                finish();
                input.home();
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static TextArea area() {
        TextArea area = Ui.area();
        area.setPrefRowCount(ROWS);
        return area;
    }

    private void pressed(KeyEvent e) {
        boolean newLine = input instanceof TextArea && e.isShiftDown();
        if (e.getCode() == KeyCode.ENTER && !newLine && !e.isShortcutDown()) {
            finish();
            EnterKey.goOn(input);
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && newLine) {
            input.replaceSelection("\n");
            e.consume();
        } else if (e.getCode() == KeyCode.TAB && input instanceof TextArea && !e.isShortcutDown()) {
            input.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS
                    : TraversalDirection.NEXT);
            e.consume();
        }
    }

    private void show() {
        String text = model.typed(field).get().orElseGet(() -> FieldText.shown(field, model.valueOf(field)));
        if (!text.equals(input.getText())) {
            showing = true;
            input.setText(text);
            if (input.isFocused()) {
                input.end();
            } else {
                input.home();
            }
            showing = false;
        }
    }

    @Override
    public Node node() {
        return input;
    }

    @Override
    public void finish() {
        model.commitText(field, input.getText());
    }
}
