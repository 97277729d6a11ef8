package vn.banso.desktop.layout;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import vn.banso.desktop.form.FieldBox;
import vn.banso.register.rules.Finding;

/** Where the cursor goes when something cannot be written down yet. */
public final class Blocked {
    private Blocked() {}

    /** Brings the cursor to the first field of this part that holds things up. */
    public static void enter(Node part) {
        boxes(part).filter(b -> b.model().findings(b.field()).get().stream().anyMatch(Finding::blocks)).findFirst()
                .ifPresent(FieldBox::focus);
    }

    private static Stream<FieldBox> boxes(Node node) {
        return node instanceof FieldBox box ? Stream.of(box) : node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Blocked::boxes) : Stream.empty();
    }
}
