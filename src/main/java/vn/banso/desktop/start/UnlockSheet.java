package vn.banso.desktop.start;

import java.nio.file.Path;
import javafx.scene.layout.FlowPane;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.passphrase.PassphraseField;
import vn.banso.store.files.DataFolder;

/** The passphrase of a register that is there. */
final class UnlockSheet {
    private UnlockSheet() {}

    static StartView.Sheet of(Ui ui, StartModel model, Path folder) {
        PassphraseField field = new PassphraseField(ui, "start.unlock.passphrase", model.passphrase());
        field.onEnter(model::unlock);
        FlowPane quiet = Ui.styled(new FlowPane(ui.link(ui.say("start.unlock.forgotten"), model::forgotten),
                ui.link(ui.say("start.choose.other"), model::openOther), ui.link(ui.say("start.unlock.anew"), model::choose)), "bs-start-quiet");
        return new StartView.Sheet("start.unlock.title",
                ui.column(ui.soft(ui.say("start.unlock.text", shortened(folder))), field, ui.row(ui.primary("start.unlock.open", model::unlock)), quiet),
                field::selectAll, field::selectAll);
    }

    /** Short where it lies in the folder of the person. */
    private static String shortened(Path folder) {
        return DataFolder.personal().filter(folder::startsWith).map(home -> Path.of("~").resolve(home.relativize(folder))).orElse(folder).toString();
    }
}
