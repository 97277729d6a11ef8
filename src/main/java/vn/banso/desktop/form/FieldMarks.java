package vn.banso.desktop.form;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;

/** The two small signs at a field: a dot where it differs from the last visit, a tick where the last answer was kept. */
final class FieldMarks {
    private static final double DOT = 3;

    private FieldMarks() {}

    static Node changed(EntryModel model, Field field, Texts texts) {
        return sign(new Circle(DOT), "bs-changed", texts.get("form.changed"), model.changed(field));
    }

    static Node kept(EntryModel model, Field field, Texts texts) {
        return sign(new Polyline(0, 4, 3, 7, 9, 0), "bs-kept", texts.get("form.kept"), model.confirmed(field));
    }

    private static Node sign(Node sign, String style, String words, ObservableBooleanValue when) {
        sign.getStyleClass().add(style);
        sign.setAccessibleText(words);
        sign.setMouseTransparent(true);
        sign.visibleProperty().bind(when);
        sign.managedProperty().bind(sign.visibleProperty());
        return sign;
    }
}
