package vn.banso.desktop.start;

import javafx.scene.control.Label;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.passphrase.NewPassphraseBox;

/** Making the trial. */
final class TryOutSheet {
    private TryOutSheet() {}

    static StartView.Sheet of(Ui ui, StartModel model) {
        TryOutModel trial = model.tryOut();
        NewPassphraseBox box = new NewPassphraseBox(ui, trial.fresh(), "passphrase.new", trial::make);
        Label folder = Ui.styled(ui.text(""), "bs-small", "bs-soft");
        trial.folder().subscribe(path -> folder.setText(ui.say("start.try.folder", path)));
        return new StartView.Sheet("start.try.title", ui.column(ui.soft(ui.say("start.try.text")), box, folder,
                ui.row(ui.primary("start.try.make", trial::make), ui.button("start.try.choose_folder", trial::chooseFolder),
                        Ui.styled(ui.button("start.back", model::choose), "bs-quiet"))), box::focus);
    }
}
