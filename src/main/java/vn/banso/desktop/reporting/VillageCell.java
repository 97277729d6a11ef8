package vn.banso.desktop.reporting;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.WrappingCell;
import vn.banso.say.ProgressWords;
import vn.banso.store.reporting.VillageReport;

/** A village in a month: how far it is, whose turn it is, whom to call. */
final class VillageCell extends WrappingCell<VillageReport> {
    private final Ui ui;
    private final ReportingModel model;
    private final ProgressWords words;

    VillageCell(Ui ui, ReportingModel model) {
        this.ui = ui;
        this.model = model;
        this.words = new ProgressWords(ui.texts());
    }

    @Override
    protected void updateItem(VillageReport report, boolean empty) {
        super.updateItem(report, empty);
        setText(null);
        if (empty || report == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label name = Ui.styled(ui.name(model.workplace().communes().told(report.village().in(ui.texts()), report.village().scope(), ui.texts())), "bs-strong");
        Label state = Ui.styled(new Label(words.state(report), ui.icon(switch (report.progress()) {
            case NOT_SENT -> Icon.CLOSE;
            case SENT, SENT_AGAIN -> Icon.IMPORT;
            case RETURNED -> Icon.UNDO;
            case APPROVED -> Icon.DONE;
            case CHANGED -> Icon.HISTORY;
        })), "bs-mark", switch (report.progress()) {
            case NOT_SENT -> "bs-look";
            case SENT, SENT_AGAIN, RETURNED, CHANGED -> "bs-waiting";
            case APPROVED -> "bs-received";
        });
        state.setMinWidth(USE_PREF_SIZE);
        VBox lines = new VBox(new WrapRow(name, Ui.spring(), state), ui.text(words.sentence(report)));
        if (!report.team().isEmpty()) {
            lines.getChildren().add(Ui.styled(ui.text(ui.say("reporting.call", words.team(report))), "bs-soft", "bs-small"));
        }
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setGraphic(lines);
        setAccessibleText(String.join(", ", name.getText(), state.getText(), words.sentence(report)));
    }
}
