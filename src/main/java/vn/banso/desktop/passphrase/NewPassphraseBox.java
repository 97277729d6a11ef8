package vn.banso.desktop.passphrase;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;

/** Choosing a passphrase: what it is worth is told while it is typed. */
public final class NewPassphraseBox extends VBox {
    private final PassphraseField first;

    /** @param done Enter in the second field */
    public NewPassphraseBox(Ui ui, NewPassphrase fresh, String label, Runnable done) {
        getStyleClass().add("bs-column");
        first = new PassphraseField(ui, label, fresh.first(), false);
        PassphraseField again = new PassphraseField(ui, "passphrase.again", fresh.again(), false);
        Label worth = Ui.styled(ui.text(""), "bs-small", "bs-soft");
        fresh.first().subscribe(_ -> worth.setText(ui.say("passphrase.strength." + fresh.strength())));
        Label same = Ui.styled(ui.text(""), "bs-small", "bs-soft");
        Runnable compare = () -> same.setText(fresh.again().get().isEmpty() ? ""
                : ui.say(fresh.first().get().equals(fresh.again().get()) ? "passphrase.same" : "passphrase.not_yet_same"));
        fresh.first().subscribe(_ -> compare.run());
        fresh.again().subscribe(_ -> compare.run());
        same.managedProperty().bind(same.textProperty().isNotEmpty());
        first.onEnter(again::focus);
        again.onEnter(done);
        getChildren().addAll(new VBox(4, first, worth), new VBox(4, again, same));
    }

    public void focus() {
        first.focus();
    }
}
