package vn.banso.desktop.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
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
        // A page may say something of its own of a key that does something everywhere.
        List<KeyCombination> told = here.stream().map(Shortcut::keys).toList();
        lists.getChildren().addAll(ui.heading("shell.help.everywhere"), list(ui, everywhere.stream().filter(s -> !told.contains(s.keys())).toList()));
        lists.getChildren().addAll(ui.heading("shell.help.answers"), answers(ui));
        ScrollPane scrolled = Ui.scrolled(lists);
        scrolled.setPrefViewportWidth(520);
        scrolled.setMaxHeight(600);
        getChildren().addAll(scrolled, ui.button("shell.help.close", close));
    }

    /** What fields, choices, lists and tables answer to; they are no shortcuts, since they belong to what has the keyboard. */
    private static Node answers(Ui ui) {
        GridPane grid = new GridPane(16, 6);
        List<String> keys = List.of("shell.help.numbers", "shell.help.letters", "shell.help.sideways", "shell.help.rows", "shell.help.space",
                "shell.help.enter", "shell.help.tab", "shell.help.escape");
        List<String> does = List.of("shell.help.numbers.do", "shell.help.letters.do", "shell.help.sideways.do", "shell.help.rows.do",
                "shell.help.space.do", "shell.help.enter.do", "shell.help.tab.do", "shell.help.escape.do");
        for (int row = 0; row < keys.size(); row++) {
            grid.addRow(row, Ui.styled(new Label(ui.say(keys.get(row))), "bs-key"), new Label(ui.say(does.get(row))));
        }
        return grid;
    }

    private static Node list(Ui ui, List<Shortcut> shortcuts) {
        GridPane grid = new GridPane(16, 6);
        int row = 0;
        for (Shortcut shortcut : shortcuts) {
            Label key = Ui.styled(new Label(shortcut.shown()), "bs-key");
            grid.addRow(row++, key, new Label(ui.say(shortcut.text())));
        }
        return grid;
    }
}
