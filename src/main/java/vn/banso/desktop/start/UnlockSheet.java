package vn.banso.desktop.start;

import javafx.scene.layout.FlowPane;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.passphrase.PassphraseField;

/** The passphrase of a register that is there. */
final class UnlockSheet {
    private UnlockSheet() {}

    static StartView.Sheet of(Ui ui, StartModel model) {
        PassphraseField field = new PassphraseField(ui, "start.unlock.passphrase", model.passphrase());
        field.onEnter(model::unlock);
        FlowPane quiet = Ui.styled(new FlowPane(ui.link(ui.say("start.unlock.forgotten"), model::forgotten),
                ui.link(ui.say("start.choose.other"), model::openOther), ui.link(ui.say("start.unlock.anew"), model::choose)), "bs-start-quiet");
        return new StartView.Sheet("start.unlock.title",
                ui.column(ui.soft(ui.say("start.unlock.text", model.folder())), field, ui.row(ui.primary("start.unlock.open", model::unlock)), quiet),
                field::selectAll);
    }
}
