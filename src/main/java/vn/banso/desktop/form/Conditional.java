package vn.banso.desktop.form;

import javafx.scene.Node;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** Fields that are asked only after an answer to another one: {@link Field#when()}. */
final class Conditional {
    private Conditional() {}

    /** Nobody can answer there, and the keyboard passes by, until the other answer is there. An answer that stands can be changed. */
    static void follow(EntryModel model, Field field, Node... shown) {
        field.when().map(w -> model.type().field(w.field())).ifPresent(other -> {
            Runnable fit = () -> {
                boolean asked = applies(model, field) || !(model.valueOf(field) instanceof Value.Blank);
                for (Node node : shown) {
                    node.setDisable(!asked);
                }
            };
            model.value(other).subscribe(fit);
            model.value(field).subscribe(fit);
            fit.run();
        });
    }

    /** What was answered only because of this field's answer goes with it; part of the same step. */
    static void emptied(EntryModel model, Field changed) {
        model.type().fields().stream().filter(f -> f.when().filter(w -> w.field().equals(changed.key())).isPresent())
                .filter(f -> !applies(model, f) && !(model.valueOf(f) instanceof Value.Blank)).forEach(f -> model.commit(f, Value.BLANK));
    }

    private static boolean applies(EntryModel model, Field field) {
        return model.type().applies(field, model::valueOf);
    }
}
