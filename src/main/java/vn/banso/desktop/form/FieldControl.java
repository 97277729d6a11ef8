package vn.banso.desktop.form;

import javafx.scene.Node;

/** What a field is answered with. */
public interface FieldControl {
    /** What is laid out. */
    Node node();

    /** What takes the keyboard: the node itself, mostly. */
    default Node focus() {
        return node();
    }

    /** Takes over what stands in the control and was not finished yet, as when the form is saved by a key. */
    default void finish() {}

    /** Whether a list of it is open, and the arrow keys walk there. */
    default boolean isBusy() {
        return false;
    }

    /** What may be pressed, where that is not plain; in the language of the page. */
    default String keys() {
        return "";
    }
}
