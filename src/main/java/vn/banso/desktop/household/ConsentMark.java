package vn.banso.desktop.household;

import javafx.scene.control.Button;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;

/** Beside the name: whether the household agreed to be written down. */
final class ConsentMark extends Button {
    ConsentMark(Ui ui, HouseholdForm form, Runnable open) {
        getStyleClass().addAll("bs-quiet", "bs-mark", "bs-consent-mark");
        setGraphic(ui.icon(Icon.SHIELD));
        setMnemonicParsing(false);
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> open.run());
        form.household().value(Consent.ANSWER).subscribe(_ -> {
            Consent said = Consent.of(form.household());
            setText(ui.say("household.consent.mark." + said));
            getStyleClass().removeAll("bs-waiting", "bs-received", "bs-look");
            getStyleClass().add(switch (said) {
                case OPEN -> "bs-waiting";
                case GIVEN -> "bs-received";
                case REFUSED, WITHDRAWN -> "bs-look";
            });
        });
    }
}
