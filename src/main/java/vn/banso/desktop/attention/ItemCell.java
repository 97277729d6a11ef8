package vn.banso.desktop.attention;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;

/** A line of the list: what it is about, and what is to be seen there. */
final class ItemCell extends ListCell<Item> {
    private final Words words;

    ItemCell(Words words) {
        this.words = words;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Item item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label title = words.ui().line(words.title(item));
        Label kind = Ui.styled(words.ui().line(words.kind(item.about())), "bs-soft", "bs-small");
        VBox both = new VBox(title, kind);
        both.setAlignment(Pos.CENTER_LEFT);
        HBox row = words.ui().row(words.ui().icon(words.icon(item.about().kind())), both);
        setGraphic(row);
        setAccessibleText(title.getText() + ", " + kind.getText());
    }
}
