package vn.banso.desktop.kit;

import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key that does something, wherever the focus is. Function keys and Ctrl alone: a letter belongs to whoever types.
 *
 * @param also a second key that does the same
 * @param text key of what it does, as F1 lists it
 */
public record Shortcut(KeyCombination keys, Optional<KeyCombination> also, String text, Runnable act) {
    /** What saves, on every page on which something is written. */
    public static Shortcut saving(String text, Runnable act) {
        return new Shortcut(KeyCombination.keyCombination("F8"), Optional.of(KeyCombination.keyCombination("Shortcut+S")), text, act);
    }

    public static Shortcut of(String keys, String text, Runnable act) {
        return new Shortcut(KeyCombination.keyCombination(keys), Optional.empty(), text, act);
    }

    public boolean matches(KeyEvent pressed) {
        return keys.match(pressed) || also.filter(k -> k.match(pressed)).isPresent();
    }

    /** As it stands on the keyboard. */
    public String shown() {
        return keys.getDisplayText() + also.map(k -> " · " + k.getDisplayText()).orElse("");
    }
}
