package vn.banso.desktop.classes;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.layout.Choices;

/** How often the sessions of a class follow each other. */
final class RhythmBox extends VBox {
    /** Texts: {@code classes.rhythm.<name>}. */
    enum Rhythm {
        DAILY(1), WEEKLY(7);

        private final int days;

        Rhythm(int days) {
            this.days = days;
        }
    }

    RhythmBox(Ui ui, IntegerProperty days) {
        getStyleClass().add("bs-field");
        setSpacing(3);
        ObjectProperty<Rhythm> chosen = new SimpleObjectProperty<>(
                Arrays.stream(Rhythm.values()).filter(r -> r.days == days.get()).findFirst().orElse(Rhythm.WEEKLY));
        chosen.addListener(_ -> days.set(chosen.get().days));
        getChildren().addAll(Ui.styled(new Label(ui.say("classes.rhythm")), "bs-field-label"),
                new HBox(new Choices<>(ui.say("classes.rhythm"), List.of(Rhythm.values()), chosen, r -> ui.say("classes.rhythm." + r))));
    }
}
