package vn.banso.desktop.requests;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;

/** A case in the list: who, what for, and by when. */
final class RequestCell extends ListCell<RequestsScene.Line> {
    private final Ui ui;
    private final RequestWords words;

    RequestCell(Ui ui, RequestWords words) {
        this.ui = ui;
        this.words = words;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RequestsScene.Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label who = Ui.styled(ui.name(words.who(line)), "bs-strong");
        Label what = Ui.styled(ui.name(words.kind(line.request()) + " · " + words.state(line.request())), "bs-soft", "bs-small");
        VBox lines = new VBox(who, what);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setGraphic(ui.row(ui.icon(words.isLate(line.request()) ? Icon.WARNING : line.request().isOpen() ? Icon.HISTORY : Icon.DONE), lines));
        setAccessibleText(who.getText() + ", " + what.getText());
    }
}
