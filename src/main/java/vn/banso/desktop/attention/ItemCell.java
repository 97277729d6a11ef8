package vn.banso.desktop.attention;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;

/** A line of the list: whom it is about and when it was written, what is in question, and where and by whom. */
final class ItemCell extends ListCell<Item> {
    private static final double WHO = 0.35;

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
        Ui ui = words.ui();
        Label title = Ui.styled(ui.name(words.title(item)), "bs-strong");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Label when = Ui.styled(new Label(words.when(item)), "bs-soft", "bs-small");
        when.setMinWidth(USE_PREF_SIZE);
        Label what = ui.name(words.what(item));
        Label where = Ui.styled(ui.name(item.where().map(Item.Where::name).orElse("")), "bs-soft", "bs-small");
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        Label who = Ui.styled(ui.name(words.who(item)), "bs-soft", "bs-small");
        // A long name of a village has the larger part of the line; a short one leaves it all.
        who.maxWidthProperty().bind(widthProperty().multiply(WHO));
        who.getStyleClass().add("attention-who");
        VBox lines = new VBox(ui.row(title, when), what, ui.row(where, who));
        HBox.setHgrow(lines, Priority.ALWAYS);
        // Nothing is so long that the next column is pushed out.
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        setGraphic(ui.row(ui.icon(words.icon(item.about().kind())), lines));
        setAccessibleText(String.join(", ", title.getText(), what.getText(), where.getText(), who.getText(), when.getText()));
    }
}
