package vn.banso.desktop.form;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;

/** How the keyboard goes from control to control. */
final class Walking {
    private Walking() {}

    /** As Tab does. */
    static void on(Node node) {
        node.requestFocusTraversal(TraversalDirection.NEXT);
    }
}
