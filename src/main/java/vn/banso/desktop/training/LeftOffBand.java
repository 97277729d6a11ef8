package vn.banso.desktop.training;

import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.saving.DraftPlace;

/** The line above a new class or session that leads to another one that was left half-written. */
final class LeftOffBand extends WrapRow {
    private static final Insets BELOW = new Insets(0, 0, 8, 0);

    private final Button go;

    LeftOffBand(Ui ui, LeftOff other, Navigator navigator) {
        String type = ui.say("type." + other.form().type().key());
        go = ui.button("classes.left_off.open", () -> navigator.go(DraftPlace.of(other.form())));
        getStyleClass().addAll("bs-band", "bs-band-wait");
        VBox.setMargin(this, BELOW);
        getChildren().addAll(ui.row(ui.icon(Icon.DRAFT), ui.text(other.name().isEmpty() ? ui.say("classes.left_off", type)
                : ui.say("classes.left_off.named", type, other.name()))), Ui.spring(), go);
    }

    /** The keyboard goes to its button, where it stands there. */
    static void focus(Parent top) {
        top.getChildrenUnmodifiable().stream().filter(LeftOffBand.class::isInstance).findFirst().ifPresent(band -> ((LeftOffBand) band).go.requestFocus());
    }
}
