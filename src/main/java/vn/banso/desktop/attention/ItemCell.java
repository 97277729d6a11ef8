package vn.banso.desktop.attention;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.WrappingCell;

/** A line of the list: whom it is about and when it was written, what is in question, and where and by whom. */
final class ItemCell extends WrappingCell<Item> {
    private final AttentionWords words;

    ItemCell(AttentionWords words) {
        this.words = words;
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
        Ui ui = words.ui();
        Label title = Ui.styled(ui.name(words.title(item)), "bs-strong");
        Label when = Ui.styled(new Label(words.when(item)), "bs-soft", "bs-small");
        when.setMinWidth(USE_PREF_SIZE);
        Label what = ui.name(words.what(item));
        Label where = Ui.styled(ui.name(words.where(item)), "bs-soft", "bs-small");
        Label who = Ui.styled(ui.name(words.who(item)), "bs-soft", "bs-small");
        VBox lines = new VBox(new WrapRow(title, Ui.spring(), when), what, new WrapRow(where, Ui.spring(), who));
        HBox.setHgrow(lines, Priority.ALWAYS);
        // Nothing is so long that the next column is pushed out.
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        setGraphic(ui.row(ui.icon(words.icon(item.about().kind())), lines));
        setAccessibleText(String.join(", ", title.getText(), what.getText(), where.getText(), who.getText(), when.getText()));
    }
}
