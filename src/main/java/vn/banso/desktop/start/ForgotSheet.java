package vn.banso.desktop.start;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.passphrase.NewPassphraseBox;

/** A forgotten passphrase. */
final class ForgotSheet {
    private ForgotSheet() {}

    static StartView.Sheet of(Ui ui, StartModel model) {
        ForgotModel forgot = model.forgot();
        NewPassphraseBox box = new NewPassphraseBox(ui, forgot.fresh(), "passphrase.new", forgot::ask);
        Label print = Ui.styled(new Label(), "bs-start-print");
        print.textProperty().bind(forgot.fingerprint());
        VBox read = new VBox(4, ui.soft(ui.say("start.forgot.read")), print);
        read.visibleProperty().bind(forgot.fingerprint().isNotEmpty());
        read.managedProperty().bind(read.visibleProperty());
        return new StartView.Sheet("start.forgot.title", ui.column(ui.soft(ui.say("start.forgot.text")), box,
                ui.row(ui.primary("start.forgot.ask", forgot::ask), ui.button(Icon.IMPORT, "start.forgot.answer", forgot::answer),
                        Ui.styled(ui.button("start.back", model::toUnlock), "bs-quiet")), read), box::focus);
    }
}
