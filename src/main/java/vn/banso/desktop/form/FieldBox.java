package vn.banso.desktop.form;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.Value;

/**
 * A field as it stands in a form: its label, a line of help where there is one, the control, and what there is to say about the
 * answer. Pseudo-classes {@code :warn} and {@code :block} colour it; a word always says the same.
 */
public final class FieldBox extends VBox implements Asked {
    static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    static final PseudoClass BLOCK = PseudoClass.getPseudoClass("block");
    private static final double GAP = 3;

    private final EntryModel model;
    private final Field field;
    private final FieldControl control;
    private final Label message = new Label();
    private final Texts texts;

    FieldBox(EntryModel model, Field field, FieldControl control, Texts texts) {
        super(GAP);
        this.model = model;
        this.field = field;
        this.control = control;
        this.texts = texts;
        getStyleClass().add("bs-field");
        String name = texts.field(model.type(), field);
        Label label = new Label(texts.find("brief." + model.type().key() + "." + field.key()).orElse(name));
        label.getStyleClass().add("bs-field-label");
        label.setLabelFor(control.focus());
        label.setMinWidth(0);
        HBox head = new HBox(GAP * 2, label);
        FieldMarks.show(model, field, texts, head.getChildren()::add);
        getChildren().add(head);
        texts.find("hint." + model.type().key() + "." + field.key()).ifPresent(hint -> {
            Label second = new Label(hint);
            second.getStyleClass().add("bs-field-hint");
            second.setWrapText(true);
            getChildren().add(second);
        });
        if (control.node() instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        message.getStyleClass().add("bs-field-message");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.managedProperty().bind(message.visibleProperty());
        getChildren().addAll(control.node(), message);
        control.focus().setAccessibleText(name);
        model.findings(field).subscribe(this::say);
        model.value(field).subscribe(() -> say(model.findings(field).get()));
        Conditional.follow(model, field, label, control.node());
    }

    @Override
    public void focus() {
        control.focus().requestFocus();
    }

    @Override
    public void finish() {
        control.finish();
    }

    @Override
    public EntryModel model() {
        return model;
    }

    @Override
    public Field field() {
        return field;
    }

    /** Whether the keyboard is in here. */
    public boolean isHere() {
        return isFocusWithin();
    }

    private void say(List<Finding> findings) {
        boolean block = findings.stream().anyMatch(Finding::blocks);
        String text = findings.isEmpty() && isUnnamed() ? texts.get("form.unnamed_choice") : findings.stream().map(this::beneath).collect(Collectors.joining("\n"));
        message.setText(text);
        message.setVisible(!text.isEmpty());
        pseudoClassStateChanged(BLOCK, block);
        pseudoClassStateChanged(WARN, !block && !findings.isEmpty());
        control.focus().setAccessibleHelp(text);
    }

    /** A choice of another machine that nobody has named here yet. */
    private boolean isUnnamed() {
        return field.codes().isPresent() && model.valueOf(field) instanceof Value.Code c && field.codes().get().keyOf(c).isEmpty();
    }

    /** The sentence without the field's name, which stands right above it. */
    private String beneath(Finding finding) {
        String name = texts.field(model.type(), field) + ": ";
        String sentence = finding.text(texts, model.type());
        return sentence.startsWith(name) && sentence.length() > name.length()
                ? Character.toUpperCase(sentence.charAt(name.length())) + sentence.substring(name.length() + 1) : sentence;
    }
}
