package vn.banso.desktop.kit;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.banso.register.values.ScopeId;

/** Asks which commune is meant, where this laptop works for several. Answered with the arrows and Enter. */
public final class CommuneQuestion extends VBox {

    /** @param key the question */
    public CommuneQuestion(Ui ui, String key, List<ScopeId> among, Consumer<ScopeId> answer) {
        Ui.styled(this, "bs-card", "bs-commune-question");
        // Side by side: an area has dozens.
        FlowPane answers = new FlowPane(8, 8);
        getChildren().addAll(ui.heading(key), answers);
        ordered(ui, among).forEach(commune -> {
            Button button = Ui.styled(new Button(Communes.name(commune, ui.texts())), "bs-button");
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> answer.accept(commune));
            answers.getChildren().add(button);
        });
    }

    /** The keyboard begins at the first answer. */
    public void begin() {
        ((FlowPane) getChildren().getLast()).getChildren().stream().limit(1).forEach(Node::requestFocus);
    }

    /** What is to be written belongs to the commune that is looked at, or the only one; else a menu beneath this node asks. */
    public static void ask(Ui ui, Communes communes, Node at, Consumer<ScopeId> answer) {
        communes.ofNew().ifPresentOrElse(answer, () -> {
            ContextMenu menu = new ContextMenu();
            ordered(ui, communes.writable()).forEach(commune -> {
                MenuItem item = new MenuItem(Communes.name(commune, ui.texts()));
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> Platform.runLater(() -> answer.accept(commune)));
                menu.getItems().add(item);
            });
            menu.show(at, Side.BOTTOM, 0, 0);
        });
    }

    /** By their names. */
    public static List<ScopeId> ordered(Ui ui, List<ScopeId> communes) {
        return communes.stream().sorted(Comparator.comparing((ScopeId c) -> Communes.name(c, ui.texts())).thenComparing(c -> c)).toList();
    }
}
