package vn.banso.desktop.kit;

import javafx.scene.input.KeyCombination;

/**
 * A key that does something, wherever the focus is. Function keys and Ctrl alone: a letter belongs to whoever types.
 *
 * @param text key of what it does, as F1 lists it
 */
public record Shortcut(KeyCombination keys, String text, Runnable act) {
    public static Shortcut of(String keys, String text, Runnable act) {
        return new Shortcut(KeyCombination.keyCombination(keys), text, act);
    }
}
