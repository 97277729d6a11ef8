package vn.banso.desktop.sessions;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.layout.FormGrid;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** What a session was about: topics, skills by their codes, and what stood in the way. */
final class ContentPane extends VBox {
    private final Ui ui;
    private final EntryModel form;
    private final Field skills;
    private final TextField code = new TextField();
    private final Label said;

    ContentPane(Ui ui, EntryModel form) {
        this.ui = ui;
        this.form = form;
        this.skills = form.type().field("skills");
        this.said = ui.soft("");
        getStyleClass().add("bs-column");
        getChildren().addAll(Fields.of(form, "topics", ui.texts()), byCode(), Fields.of(form, "skills", ui.texts()),
                new FormGrid(2).put(Fields.of(form, "problems", ui.texts())).put(Fields.of(form, "evidence", ui.texts())));
    }

    private HBox byCode() {
        Label label = Ui.styled(new Label(ui.say("classes.skill_code")), "bs-field-label");
        label.setLabelFor(code);
        code.setAccessibleText(ui.say("classes.skill_code"));
        code.setPrefColumnCount(6);
        code.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !code.getText().isBlank()) {
                tick(code.getText().strip().replace(',', '.'));
                e.consume();
            }
        });
        return ui.row(label, code, said);
    }

    /** Ticks a skill, or takes its tick away. */
    private void tick(String typed) {
        Optional<Value.Code> known = Codes.SKILL.code(typed);
        if (known.isEmpty()) {
            said.setText(ui.say("classes.skill_unknown", typed));
            return;
        }
        SortedSet<String> now = new TreeSet<>(form.valueOf(skills) instanceof Value.Items i ? i.items() : new TreeSet<>());
        if (!now.remove(typed)) {
            now.add(typed);
        }
        form.commit(skills, now.isEmpty() ? Value.BLANK : new Value.Items(now));
        said.setText(ui.texts().code(Codes.SKILL, known.get()));
        code.clear();
    }
}
