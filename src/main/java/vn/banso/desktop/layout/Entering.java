package vn.banso.desktop.layout;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;

/** Brings the keyboard to where one goes on in a part of a page that has just been drawn. */
public final class Entering {
    private Entering() {}

    /** To what the part itself holds for the beginning, else to the first thing in it that takes keys. */
    public static void into(Parent page, Node part) {
        Platform.runLater(() -> {
            switch (part) {
                case KeyboardStart start -> start.enter();
                default -> {
                    // What is inside a pane that scrolls stands there only after the page was laid out once.
                    page.applyCss();
                    page.layout();
                    first(part).ifPresent(Node::requestFocus);
                }
            }
        });
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !(node instanceof TableView)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> first(child).stream()).findFirst() : Optional.empty();
    }
}
