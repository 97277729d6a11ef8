package vn.banso.desktop.devices;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.WrappingCell;

/** A line of the list: whose device, what for, and whether it still may. */
final class DeviceCell extends WrappingCell<DeviceLine> {
    private final Ui ui;
    private final IncidentWords words;

    DeviceCell(Ui ui, IncidentWords words) {
        this.ui = ui;
        this.words = words;
    }

    @Override
    protected void updateItem(DeviceLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label holder = Ui.styled(ui.name(line.device().holder()), "bs-strong");
        Label state = Ui.styled(new Label(line.mine() ? ui.say("devices.mine") : line.device().revoked() ? ui.say("devices.revoked") : ""), "bs-soft", "bs-small");
        state.setMinWidth(USE_PREF_SIZE);
        Label what = Ui.styled(ui.name(words.role(line) + " · " + words.communes(line)), "bs-soft", "bs-small");
        VBox lines = new VBox(new WrapRow(holder, Ui.spring(), state), what);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setGraphic(ui.row(ui.icon(line.device().revoked() ? Icon.CLOSE : Icon.HERE), lines));
        setAccessibleText(String.join(", ", line.device().holder(), what.getText(), state.getText()));
    }
}
