package vn.banso.testing;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Types Vietnamese as the usual keyboard programs do: they let the plain letter through, and when a mark comes they send backspaces
 * and the letters again. A field that rewrites or completes while that happens garbles the word.
 */
public final class Unikey {
    /** What arrives when somebody types "Nguyeenx Thij DDuwowngf": '<' is a backspace. */
    private static final String ARRIVES = "Nguye<ên<<ễn Thi<ị D<Đu<ưo<ơng<<<ờng";
    private static final String MEANT = "Nguyễn Thị Đường";

    private Unikey() {}

    /** On the thread of the screen: empties the field, types into it, and says what stands there; the field's first text comes back. */
    public static String typed(TextInputControl field) {
        String before = field.getText();
        field.requestFocus();
        field.clear();
        ARRIVES.codePoints().forEach(c -> {
            if (c == '<') {
                send(field, KeyEvent.KEY_PRESSED, "", KeyCode.BACK_SPACE);
                send(field, KeyEvent.KEY_TYPED, "\b", KeyCode.UNDEFINED);
                send(field, KeyEvent.KEY_RELEASED, "", KeyCode.BACK_SPACE);
            } else {
                send(field, KeyEvent.KEY_TYPED, Character.toString(c), KeyCode.UNDEFINED);
            }
        });
        String stands = field.getText() + (field.getCaretPosition() == field.getLength() ? "" : " (the caret moved)");
        field.setText(before);
        return stands;
    }

    /** What must stand there. */
    public static String meant() {
        return MEANT;
    }

    private static void send(TextInputControl field, javafx.event.EventType<KeyEvent> type, String text, KeyCode code) {
        field.fireEvent(new KeyEvent(type, text, text, code, false, false, false, false));
    }
}
