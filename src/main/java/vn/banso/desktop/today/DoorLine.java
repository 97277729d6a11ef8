package vn.banso.desktop.today;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;

/** A whole line that opens what it speaks of: what stands before, the words, which may wrap, what stands after, an arrow. */
final class DoorLine extends HBox {
    private final Runnable open;

    DoorLine(Ui ui, List<? extends Node> before, Label words, List<? extends Node> after, Runnable open) {
        this.open = open;
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        // The words give way by wrapping; what stands beside them is short and whole.
        Stream.concat(before.stream(), after.stream()).filter(Region.class::isInstance)
                .forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        List<Node> all = new ArrayList<>(before);
        all.add(words);
        all.addAll(after);
        all.add(Ui.styled(ui.icon(Icon.NEXT), "today-arrow"));
        getChildren().addAll(all);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("today-door", "bs-focus");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(words.getText());
        setOnMouseClicked(_ -> open.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                open.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
