package vn.banso.desktop.classes;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import vn.banso.desktop.form.Choice;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.Fields;
import vn.banso.register.Field;
import vn.banso.register.Texts;
import vn.banso.register.Value;

/** Fields in columns of one width, read line by line. */
final class FormGrid extends GridPane {
    private static final double GAP = 12;

    private final int columns;
    private int next;

    FormGrid(int columns) {
        this.columns = columns;
        setHgap(GAP * 2);
        setVgap(GAP);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
    }

    FormGrid put(Node node) {
        return put(node, 1);
    }

    /** @param span columns it takes */
    FormGrid put(Node node, int span) {
        if (next % columns + span > columns) {
            next += columns - next % columns;
        }
        add(node, next % columns, next / columns, span, 1);
        GridPane.setFillWidth(node, true);
        next += span;
        return this;
    }

    FormGrid fields(EntryModel model, Texts texts, String... keys) {
        for (String key : keys) {
            put(Fields.of(model, key, texts));
        }
        return this;
    }

    /** The levels one can teach: all but the one that says that none was reached. */
    static FieldBox level(EntryModel model, Texts texts) {
        Field field = model.type().field("level");
        ObservableList<Choice> choices = FXCollections.observableArrayList(Fields.codes(field, texts).stream().skip(1).toList());
        return Fields.of(model, field, texts, choices);
    }

    /** The villages of the commune as choices of this field. */
    static FieldBox village(EntryModel model, String key, List<Village> villages, Texts texts) {
        ObservableList<Choice> choices = FXCollections.observableArrayList(villages.stream()
                .map(v -> Choice.of(new Value.Ref(v.id()), v.in(texts))).toList());
        return Fields.of(model, model.type().field(key), texts, choices);
    }
}
