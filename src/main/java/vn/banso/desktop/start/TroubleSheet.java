package vn.banso.desktop.start;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.store.files.StoreException.Reason;

/** The register does not open: what is safe, what happened, what to do. */
final class TroubleSheet {
    private TroubleSheet() {}

    static StartView.Sheet of(Ui ui, StartModel model, Reason reason) {
        boolean restore = switch (reason) {
            case DAMAGED, UNREADABLE, GONE, NO_VAULT -> true;
            case IN_USE, NEWER, NOT_A_NODE, NOT_A_FOLDER, DENIED, PATH_TOO_LONG, NO_HOME, EXISTS, WRONG_PASSPHRASE, FULL, READ_ONLY, NO_KEY, BROKEN -> false;
        };
        Button first = restore ? ui.primary("start.trouble.restore", model::restore) : ui.primary("start.trouble.retry", model::retry);
        HBox row = ui.row(first);
        if (restore) {
            row.getChildren().add(ui.button(Icon.RETRY, "start.trouble.retry", model::retry));
        }
        FlowPane quiet = Ui.styled(new FlowPane(ui.link(ui.say("start.choose.other"), model::openOther),
                ui.link(ui.say("start.unlock.anew"), model::choose)), "bs-start-quiet");
        return new StartView.Sheet("start.trouble." + reason + ".title", ui.column(ui.text(ui.say("start.trouble." + reason)), row, quiet),
                first::requestFocus);
    }
}
