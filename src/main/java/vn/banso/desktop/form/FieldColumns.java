package vn.banso.desktop.form;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Fields side by side, all as wide as each other. */
public final class FieldColumns extends HBox {
    private static final double GAP = 20;

    public FieldColumns(Region... fields) {
        super(GAP, fields);
        for (Region field : fields) {
            field.setMinWidth(0);
            field.setPrefWidth(0);
            field.setMaxWidth(Double.MAX_VALUE);
            setHgrow(field, Priority.ALWAYS);
        }
    }
}
