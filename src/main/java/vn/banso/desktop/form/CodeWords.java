package vn.banso.desktop.form;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.register.CodeList;
import vn.banso.register.Texts;
import vn.banso.register.Value;

/** How choices are written and picked where there is little room. */
final class CodeWords {
    private CodeWords() {}

    /** The text {@code short.<list>.<key>} where there is one, else the label in full. */
    static String brief(Texts texts, CodeList list, int code) {
        Value.Code value = new Value.Code(code);
        return list.keyOf(value).flatMap(key -> texts.find("short." + list.key() + "." + key)).orElseGet(() -> texts.code(list, value));
    }

    /** 1 to 9 of either number row of the keyboard, alone; 0 for any other key. */
    static int digit(KeyEvent e) {
        KeyCode code = e.getCode();
        boolean alone = !e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown();
        return alone && code.isDigitKey() ? Integer.parseInt(code.getName().replaceAll("\\D", "")) : 0;
    }
}
