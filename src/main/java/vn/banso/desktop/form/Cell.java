package vn.banso.desktop.form;

import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Finding;

/** A field in a table: the control alone, coloured by what there is to say; the row says it. */
public final class Cell extends StackPane implements Asked {
    private static final double INSET = 3;

    private final EntryModel model;
    private final Field field;
    private final FieldControl control;

    Cell(EntryModel model, Field field, FieldControl control, Texts texts) {
        this.model = model;
        this.field = field;
        this.control = control;
        getStyleClass().addAll("bs-field", "bs-cell");
        ((Region) control.node()).setMaxWidth(Double.MAX_VALUE);
        getChildren().add(control.node());
        FieldMarks.show(model, field, texts, mark -> {
            setAlignment(mark, Pos.TOP_RIGHT);
            setMargin(mark, new Insets(INSET));
            getChildren().add(mark);
        });
        String name = texts.field(model.type(), field);
        control.focus().setAccessibleText(name);
        Conditional.follow(model, field, control.node());
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

    /** Soft words in an empty text cell; they go with the first letter. */
    public void prompt(String words) {
        if (control.node() instanceof TextInputControl input) {
            input.setPromptText(words);
        }
    }

    /** What is read here now. */
    public String words() {
        return switch (control.node()) {
            case TextInputControl input -> input.getText();
            case Labeled label -> label.getText();
            default -> "";
        };
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
