package vn.banso.desktop.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;

/** All keys that do something here, on F1. */
final class HelpCard extends VBox {
    HelpCard(Ui ui, List<Shortcut> here, List<Shortcut> everywhere, Runnable close) {
        getStyleClass().add("bs-help");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(Pos.TOP_LEFT);
        VBox lists = ui.column();
        if (!here.isEmpty()) {
            lists.getChildren().addAll(ui.heading("shell.help.here"), list(ui, here));
        }
        lists.getChildren().addAll(ui.heading("shell.help.everywhere"), list(ui, everywhere));
        ScrollPane scrolled = Ui.scrolled(lists);
        scrolled.setPrefViewportWidth(520);
        scrolled.setMaxHeight(430);
        getChildren().addAll(scrolled, ui.button("shell.help.close", close));
    }

    private static Node list(Ui ui, List<Shortcut> shortcuts) {
        GridPane grid = new GridPane(16, 6);
        int row = 0;
        for (Shortcut shortcut : shortcuts) {
            Label key = Ui.styled(new Label(shortcut.keys().getDisplayText()), "bs-key");
            grid.addRow(row++, key, new Label(ui.say(shortcut.text())));
        }
        return grid;
    }
}
