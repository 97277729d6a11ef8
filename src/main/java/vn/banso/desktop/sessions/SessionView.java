package vn.banso.desktop.sessions;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.Choices;
import vn.banso.desktop.training.TrainingPage;
import vn.banso.desktop.training.TrainingWords;
import vn.banso.store.training.Attendance;
import vn.banso.store.training.SessionSheet;
import vn.banso.store.training.SessionStatus;

/** The page of a session: what became of it, and one part of it at a time. */
public final class SessionView extends TrainingPage<SessionModel.Part> {
    private static final int BLANK_ROWS = 18;
    private static final int MORE_ROWS = 5;
    private static final List<SessionStatus> OUTCOMES = List.of(SessionStatus.PLANNED, SessionStatus.HELD, SessionStatus.NOT_HELD, SessionStatus.NOT_RECORDED);

    private record Shown(boolean isNew, boolean silent, SessionModel.Part part, EntryModel form, boolean contradicted) {}

    private final SessionModel model;
    private final TrainingWords words;
    private final ObjectProperty<SessionStatus> outcome = new SimpleObjectProperty<>(SessionStatus.PLANNED);
    private final Choices<SessionStatus> outcomes;
    private final Button print;
    private final Button blank;
    private Optional<AttendancePane> attendance = Optional.empty();
    private boolean following;

    public SessionView(Ui ui, SessionModel model, Navigator navigator) {
        super(ui, model, navigator, "classes.session", "classes.save_session", List.of(SessionModel.Part.values()), part -> part(ui, model, part));
        this.model = model;
        this.words = new TrainingWords(ui);
        this.print = ui.button(Icon.PRINT, "classes.print_list", () -> model.print(model.listed(), MORE_ROWS));
        this.blank = ui.button(Icon.FILE, "classes.print_blank", () -> model.print(List.of(), BLANK_ROWS));
        List.of(print, blank).forEach(b -> b.visibleProperty().bind(model.isNew().not()));
        List.of(print, blank).forEach(b -> b.managedProperty().bind(b.visibleProperty()));
        this.outcomes = new Choices<>(ui.say("classes.outcome"), OUTCOMES, outcome, p -> ui.say("classes.outcome." + p));
        outcome.addListener(_ -> {
            if (!following) {
                model.become(outcome.get());
                // Where it was asked and answered with no, it is what it was.
                judged();
            }
        });
        ties.add(model.phase().subscribe(this::judged));
        ties.add(model.attendance().edits().subscribe(parts::reword));
        ties.add(model.attendance().edits().subscribe(this::body));
        follow();
        // A session that was open before tells of no change: what became of it stands in the model already.
        judged();
    }

    private static String part(Ui ui, SessionModel model, SessionModel.Part part) {
        return ui.say("classes.part." + part, switch (part) {
            case ATTENDANCE -> model.attendance().count().came();
            case ASSESSMENT -> model.learners().all().stream().filter(model.learners().assess()::isDone).count();
            case TALLY, CONTENT, PLAN -> 0;
        });
    }

    private void judged() {
        following = true;
        outcome.set(model.phase().get() == SessionStatus.DUE ? SessionStatus.PLANNED : model.phase().get());
        following = false;
        lay();
    }

    @Override
    protected void drawHead() {
        SessionHead first = new SessionHead(ui, form().draft().over(form().before()), model.sheet().get().orElseThrow(),
                course -> navigator.go(new Place.ClassRoom(course.scope(), course.id())));
        top.getChildren().add(first);
        if (!model.isNew().get()) {
            outcomes.setDisable(!model.mayWrite());
            first.row().getChildren().addAll(Ui.spring(), outcomes);
            WrapRow second = Ui.styled(new WrapRow(parts, Ui.spring()), "bs-bar");
            if (model.phase().get() == SessionStatus.DUE) {
                second.getChildren().add(words.phase(SessionStatus.DUE));
            }
            top.getChildren().add(second);
        }
    }

    @Override
    protected Shown now() {
        boolean contradicted = model.outcome().isContradicted();
        boolean silent = model.phase().get() == SessionStatus.NOT_HELD && !contradicted && !model.isNew().get()
                && model.part().get() != SessionModel.Part.PLAN && model.part().get() != SessionModel.Part.CONTENT;
        return new Shown(model.isNew().get(), silent, model.part().get(), form(), contradicted);
    }

    /** Who walks over the outcomes with the arrow keys stays there. */
    @Override
    protected boolean comesIn() {
        return !outcomes.isFocused();
    }

    @Override
    protected Node drawBody() {
        Shown now = now();
        page.setBottom(now.contradicted() && model.mayWrite() ? contradiction() : null);
        return now.isNew() ? plan() : now.silent() ? whyNot() : switch (now.part()) {
            case ATTENDANCE -> attendance();
            case TALLY -> readable(new TallyPane(ui, form(), model.attendance().count().came()));
            case CONTENT -> readable(new ContentPane(ui, form()));
            case ASSESSMENT -> learners(model.sheet().get().flatMap(SessionSheet::course).isPresent());
            case PLAN -> plan();
        };
    }

    /** Two laptops say what cannot both be so: both stand here until somebody knows. */
    private Node contradiction() {
        HBox acts = ui.row(ui.button("classes.not_held_yes", model.outcome()::nobodyCame));
        return Ui.styled(ui.card(ui.text(ui.say("classes.contradicted", model.outcome().people())), acts), "bs-card-wait");
    }

    private Node attendance() {
        if (attendance.isEmpty()) {
            attendance = Optional.of(new AttendancePane(ui, model.attendance(), model.search(), ties));
        }
        return attendance.get();
    }

    private Node whyNot() {
        FieldBox reason = Fields.of(form(), "problems", ui.texts());
        VBox box = ui.column(ui.heading("classes.not_held"), ui.soft(ui.say("classes.not_held_text")), reason);
        box.setMaxWidth(ui.say("classes.not_held_text").length() * 8.0);
        return readable(box);
    }

    private Node plan() {
        return readable(new SessionPlanPane(ui, form(), model.sheet().get().map(SessionSheet::villages).orElse(List.of()),
                model.workplace(), model.isNew().get()));
    }

    private void onTick(Consumer<AttendanceRow> act) {
        attendance.filter(_ -> model.part().get() == SessionModel.Part.ATTENDANCE).flatMap(AttendancePane::meant).ifPresent(act);
    }

    @Override
    public List<Node> actions() {
        return actions(List.of(blank, print));
    }

    @Override
    public List<Shortcut> shortcuts() {
        return shortcuts(List.of(Shortcut.of("F3", "classes.key.name", () -> {
                    model.part().set(SessionModel.Part.ATTENDANCE);
                    attendance.ifPresent(AttendancePane::enter);
                }),
                Shortcut.of("F6", "classes.key.late", () -> onTick(t -> model.attendance().mark(t, Attendance.LATE))),
                Shortcut.of("F7", "classes.key.absent", () -> onTick(t -> model.attendance().mark(t, Attendance.ABSENT))),
                Shortcut.of("F9", "classes.key.practice", () -> onTick(model.attendance()::practise)),
                Shortcut.of("Shortcut+P", "classes.print_list", () -> model.print(model.listed(), MORE_ROWS))));
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return Bindings.createBooleanBinding(() -> (model.form().get().isEmpty() || model.reading().get()) && model.failing().get().isEmpty(),
                model.form(), model.reading(), model.failing());
    }
}
