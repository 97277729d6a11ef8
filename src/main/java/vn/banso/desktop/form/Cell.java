package vn.banso.desktop.form;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import vn.banso.register.Field;
import vn.banso.register.Finding;
import vn.banso.register.Texts;

/** A field in a table: the control alone, coloured by what there is to say; the row says it. */
public final class Cell extends StackPane implements Asked {
    private static final double DOT = 2.5;
    private static final double INSET = 4;

    private final EntryModel model;
    private final Field field;
    private final FieldControl control;

    Cell(EntryModel model, Field field, FieldControl control, Texts texts) {
        this.model = model;
        this.field = field;
        this.control = control;
        getStyleClass().addAll("bs-field", "bs-cell");
        ((Region) control.node()).setMaxWidth(Double.MAX_VALUE);
        Circle dot = new Circle(DOT);
        dot.getStyleClass().add("bs-cell-changed");
        dot.visibleProperty().bind(model.changed(field));
        Polyline tick = new Polyline(0, 3, 2.5, 5.5, 7, 0);
        tick.getStyleClass().add("bs-cell-kept");
        tick.visibleProperty().bind(model.confirmed(field));
        List.of(dot, tick).forEach(mark -> {
            mark.setMouseTransparent(true);
            setAlignment(mark, Pos.TOP_RIGHT);
            setMargin(mark, new Insets(INSET));
        });
        getChildren().addAll(control.node(), dot, tick);
        String name = texts.field(model.type(), field);
        control.focus().setAccessibleText(name);
        model.findings(field).subscribe(findings -> {
            boolean block = findings.stream().anyMatch(Finding::blocks);
            pseudoClassStateChanged(FieldBox.BLOCK, block);
            pseudoClassStateChanged(FieldBox.WARN, !block && !findings.isEmpty());
            control.focus().setAccessibleHelp(findings.stream().map(f -> f.text(texts, model.type())).collect(Collectors.joining(" ")));
        });
    }

    /** Whether keys that move between cells are the control's own just now. */
    public boolean isBusy() {
        return control.isBusy();
    }

    /** What may be pressed here, such as "1 Có · 2 Không"; empty for text. */
    public String keys() {
        return control.keys();
    }

    @Override
    public EntryModel model() {
        return model;
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public void focus() {
        control.focus().requestFocus();
    }

    @Override
    public void finish() {
        control.finish();
    }
}
