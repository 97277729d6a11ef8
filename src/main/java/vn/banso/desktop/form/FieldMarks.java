package vn.banso.desktop.form;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;

/** The two small signs at a field: a dot where it differs from the last visit, a tick where the last answer was kept. */
final class FieldMarks {
    private static final double DOT = 3;

    private FieldMarks() {}

    /** @param place where a sign comes when there is one: few fields ever have any */
    static void show(EntryModel model, Field field, Texts texts, Consumer<Node> place) {
        when(model.changed(field), () -> sign(new Circle(DOT), "bs-changed", texts.get("form.changed"), model.changed(field)), place);
        when(model.confirmed(field), () -> sign(new Polyline(0, 4, 3, 7, 9, 0), "bs-kept", texts.get("form.kept"), model.confirmed(field)), place);
    }

    private static void when(ObservableBooleanValue so, Supplier<Node> sign, Consumer<Node> place) {
        if (so.get()) {
            place.accept(sign.get());
            return;
        }
        so.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> of, Boolean was, Boolean is) {
                so.removeListener(this);
                place.accept(sign.get());
            }
        });
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
