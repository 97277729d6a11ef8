package vn.banso.desktop.layout;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.NewVillage;
import vn.banso.desktop.form.PickItem;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;
import vn.banso.store.register.VillageName;

/** Fields in columns of one width, read line by line; fewer of them where there is no room for what stands above the fields. */
public final class FormGrid extends GridPane {
    private static final double GAP = 12;
    /** Of a column, in letters of the base type. */
    private static final double LEAST = 13;
    private static final double USUAL_LETTERS = 15;
    private static final double LABEL = 0.87;

    private final int most;
    private final List<Integer> spans = new ArrayList<>();
    private int columns;

    public FormGrid(int columns) {
        this.most = columns;
        this.columns = columns;
        setHgap(GAP * 2);
        setVgap(GAP);
        share();
    }

    private void share() {
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
    }

    public FormGrid put(Node node) {
        return put(node, 1);
    }

    /** @param span columns it takes */
    public FormGrid put(Node node, int span) {
        spans.add(span);
        getChildren().add(node);
        GridPane.setFillWidth(node, true);
        place();
        return this;
    }

    private void place() {
        int next = 0;
        for (int i = 0; i < spans.size(); i++) {
            int span = Math.min(spans.get(i), columns);
            if (next % columns + span > columns) {
                next += columns - next % columns;
            }
            GridPane.setConstraints(getChildren().get(i), next % columns, next / columns, span, 1);
            next += span;
        }
    }

    private void fit(double width) {
        double letters = lookup(".bs-field-label") instanceof Label label ? label.getFont().getSize() / LABEL : USUAL_LETTERS;
        int fitting = Math.clamp((long) ((width + 2 * GAP) / (LEAST * letters + 2 * GAP)), 1, most);
        if (width > 0 && fitting != columns) {
            columns = fitting;
            share();
            place();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        fit(width);
        return super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth());
        super.layoutChildren();
    }

    public FormGrid fields(EntryModel model, Texts texts, String... keys) {
        for (String key : keys) {
            put(Fields.of(model, key, texts));
        }
        return this;
    }

    /** The levels one can teach: all but the one that says that none was reached. */
    public static FieldBox level(EntryModel model, Texts texts) {
        Field field = model.type().field("level");
        ObservableList<PickItem> choices = FXCollections.observableArrayList(Fields.codes(model, field, texts).stream().skip(1).toList());
        return Fields.of(model, field, texts, choices);
    }

    /** The villages of the commune as choices of this field, and a new one where the list does not have what was typed. */
    public static FieldBox village(EntryModel model, String key, List<VillageName> villages, Texts texts, OpenRegister workplace) {
        ObservableList<PickItem> choices = FXCollections.observableArrayList(villages.stream()
                .map(v -> PickItem.of(new Value.Ref(v.id()), v.in(texts))).toList());
        return Fields.of(model, model.type().field(key), texts, choices, new NewVillage(workplace, model.scope(), texts));
    }
}
