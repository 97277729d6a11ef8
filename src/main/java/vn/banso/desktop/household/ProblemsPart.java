package vn.banso.desktop.household;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.writing.FormDraft;

/** What the household has trouble with: no signal, a broken device, a scam. Written down here, answered by the commune. */
final class ProblemsPart extends HBox implements HouseholdPage.Opening {
    private static final Field KIND = Catalogue.PROBLEM.field("kind");
    private static final Field TEXT = Catalogue.PROBLEM.field("text");
    private static final Field DATE = Catalogue.PROBLEM.field("date");
    private static final Field STATUS = Catalogue.PROBLEM.field("status");
    private static final Field ANSWER = Catalogue.PROBLEM.field("answer");

    private final Ui ui;
    private final DoorstepModel model;
    private final HouseholdForm form;
    private final VBox list = Ui.styled(new VBox(), "bs-column");
    private final VBox fresh = Ui.styled(new VBox(), "bs-card", "bs-problem-new");
    private Optional<FieldBox> first = Optional.empty();

    ProblemsPart(Ui ui, DoorstepModel model, HouseholdForm form) {
        this.ui = ui;
        this.model = model;
        this.form = form;
        getStyleClass().add("bs-problems");
        Node scrolled = Ui.scrolled(list);
        HBox.setHgrow(scrolled, Priority.ALWAYS);
        fresh.setMaxHeight(USE_PREF_SIZE);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(scrolled, fresh);
        if (form.isNew()) {
            // A problem belongs to a household that the register has.
            fresh.getChildren().setAll(ui.soft(ui.say("household.problems.first")));
        } else {
            read();
        }
    }

    private record Read(List<Entry> problems, EntryId next, Optional<FormDraft> begun) {}

    private void read() {
        model.workplace().ask(node -> new Read(node.linking(Catalogue.PROBLEM, "household", form.opened().scope(), form.opened().id()),
                node.freshId(), node.drafts().on(form.opened().scope(), form.opened().id(), Catalogue.PROBLEM).stream().findFirst()), read -> {
            list.getChildren().clear();
            if (read.problems().isEmpty()) {
                list.getChildren().add(ui.empty(Icon.DONE, "household.problems.none", "household.problems.none.text"));
            }
            read.problems().stream().sorted(Comparator.comparing((Entry p) -> p.day(DATE).map(Value.Day::number).orElse(0)).reversed())
                    .forEach(p -> list.getChildren().add(problem(p)));
            write(read.next(), read.begun());
        });
    }

    private Node problem(Entry problem) {
        Label kind = Ui.styled(ui.text(ui.texts().value(KIND, problem.value(KIND).orElse(Value.BLANK))), "bs-strong");
        VBox card = ui.card(ui.row(kind, Ui.spring(), ui.soft(problem.day(DATE).map(ui.formats()::day).orElse(""))));
        problem.text(TEXT).ifPresent(t -> card.getChildren().add(ui.text(t)));
        problem.text(ANSWER).ifPresent(t -> card.getChildren().add(ui.soft(ui.say("household.problems.answer", t))));
        EntryModel status = entry(problem.id(), Optional.of(problem));
        FieldBox box = Fields.segments(status, STATUS, ui.texts());
        status.value(STATUS).subscribe((_, _) -> new HouseholdActs(model).write(status.draft(), () -> status.saved(status.draft())));
        card.getChildren().add(box);
        return card;
    }

    private void write(EntryId id, Optional<FormDraft> begun) {
        // Half-written, it is there again after a look at another part.
        OpenProblem problem = form.problem().orElseGet(() -> OpenProblem.of(model.workplace(), form, id, begun));
        form.problem(Optional.of(problem));
        EntryModel entry = problem.entry();
        FieldBox kind = Fields.of(entry, KIND, ui.texts());
        FieldBox text = Fields.of(entry, TEXT, ui.texts());
        first = Optional.of(kind);
        fresh.getChildren().setAll(ui.heading("household.problems.new"), kind, text, Fields.of(entry, DATE, ui.texts()),
                ui.button(Icon.ADD, "household.problems.add", () -> {
                    text.finish();
                    if (entry.blocked().isEmpty()) {
                        problem.saving().save(List.of(entry), () -> {
                            form.problem(Optional.empty());
                            read();
                        });
                    }
                }), new SavedLine(ui, model.workplace(), problem.saving()));
        kind.focus();
    }

    private EntryModel entry(EntryId id, Optional<Entry> before) {
        return new EntryModel(Catalogue.PROBLEM, form.opened().scope(), id, before, () -> Validation.Context.on(form.today()));
    }

    @Override
    public void begin() {
        first.ifPresent(FieldBox::focus);
    }

    @Override
    public boolean show(FieldLocation spot) {
        return false;
    }
}
