package vn.banso.desktop.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.layout.Blocked;
import vn.banso.desktop.layout.Choices;
import vn.banso.desktop.layout.FormGrid;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** The sheet on which one learner is assessed, by points or by ticking skills. */
final class AssessPane extends VBox {
    private static final int MOST_SKILLS = 25;

    private final Ui ui;
    private final LearnersModel learners;
    private final AssessModel model;
    private final AssessModel.Sheet sheet;
    private final EntryModel form;
    private final VBox marks = Ui.styled(new VBox(), "bs-column-tight");
    private final List<FieldBox> boxes = new ArrayList<>();
    private boolean allSkills;

    AssessPane(Ui ui, LearnersModel learners, AssessModel.Sheet sheet) {
        this.ui = ui;
        this.learners = learners;
        this.model = learners.assess();
        this.sheet = sheet;
        this.form = sheet.form();
        getStyleClass().addAll("bs-card", "bs-learner");
        String key = sheet.instead().isPresent() ? "classes.sheet_instead" : sheet.again().isPresent() ? "classes.sheet_again" : "classes.sheet";
        getChildren().addAll(Ui.styled(ui.text(sheet.learner().person().name()), "bs-heading"), ui.soft(ui.say(key)),
                new HBox(new Choices<>(ui.say("classes.way"), List.of(AssessModel.Way.values()), model.way(), w -> ui.say("classes.way." + w))), marks,
                field("result"), field("level"), commended(),
                new HBox(8, ui.primary("classes.save_sheet", this::save), Ui.styled(ui.button("classes.cancel", model::cancel), "bs-quiet")),
                ui.heading("classes.sheet_more"), field("date"), field("mode"), field("assessor"), field("form"));
        WhileShown.follow(this, model.way(), this::marks);
        marks();
    }

    AssessModel.Sheet sheet() {
        return sheet;
    }

    private FieldBox field(String key) {
        FieldBox box = key.equals("level") || key.equals("result") ? Fields.segments(form, form.type().field(key), ui.texts())
                : Fields.of(form, key, ui.texts());
        boxes.add(box);
        return box;
    }

    private CheckBox commended() {
        Field field = form.type().field("commended");
        CheckBox box = new CheckBox(ui.say("classes.commend"));
        box.setSelected(form.valueOf(field) instanceof Value.Code c && c.number() == CodeList.YES);
        box.selectedProperty().addListener((_, _, yes) -> form.commit(field, yes ? new Value.Code(CodeList.YES) : Value.BLANK));
        return box;
    }

    private void marks() {
        marks.getChildren().clear();
        if (model.way().get() == AssessModel.Way.SCORE) {
            FormGrid grid = new FormGrid(3);
            FieldBox score = field("score");
            // Points are typed one after the other: Enter writes the sheet and the next learner is there.
            score.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                if (e.getCode() == KeyCode.ENTER) {
                    save();
                    e.consume();
                }
            });
            marks.getChildren().add(grid.put(score).put(field("max_score")).put(field("pass_mark")));
        } else {
            skills();
        }
    }

    private void skills() {
        Set<String> shown = new LinkedHashSet<>(model.taught().get());
        boolean all = allSkills || shown.isEmpty();
        if (all) {
            form.offered(form.type().field("skills")).forEach(n -> shown.add(Codes.SKILL.codes().get(n)));
        }
        marks.getChildren().clear();
        shown.forEach(code -> marks.getChildren().add(skill(code)));
        if (!all) {
            marks.getChildren().add(ui.link(ui.say("classes.all_skills"), () -> {
                allSkills = true;
                skills();
            }));
        }
        Spinner<Integer> needed = new Spinner<>(1, MOST_SKILLS, model.needed().get());
        needed.setPrefWidth(80);
        needed.setAccessibleText(ui.say("classes.needed"));
        needed.valueProperty().addListener((_, _, now) -> model.needed().set(now));
        marks.getChildren().add(ui.row(Ui.styled(new Label(ui.say("classes.needed")), "bs-soft"), needed));
    }

    private CheckBox skill(String code) {
        Field field = form.type().field("skills");
        CheckBox box = new CheckBox(ui.texts().label(Codes.SKILL, code).orElse(code));
        box.setSelected(ticked(field).contains(code));
        box.selectedProperty().addListener((_, _, yes) -> {
            SortedSet<String> now = new TreeSet<>(ticked(field));
            if (yes) {
                now.add(code);
            } else {
                now.remove(code);
            }
            // None ticked after some were is an answer too: nothing of it could be done.
            form.commit(field, new Value.Items(now));
        });
        return box;
    }

    private SortedSet<String> ticked(Field field) {
        return form.valueOf(field) instanceof Value.Items i ? i.items() : new TreeSet<>();
    }

    /** Takes over what is being typed and writes the sheet. */
    void save() {
        boxes.forEach(FieldBox::finish);
        if (!model.save()) {
            Blocked.enter(this);
        }
    }

    /** Where one begins to write. */
    void focus() {
        javafx.scene.Node first = marks.getChildren().isEmpty() ? this : marks.getChildren().getFirst();
        if (first instanceof FormGrid) {
            boxes.stream().filter(b -> b.field().key().equals("score")).reduce((_, b) -> b).ifPresent(FieldBox::focus);
        } else {
            first.requestFocus();
        }
    }
}
