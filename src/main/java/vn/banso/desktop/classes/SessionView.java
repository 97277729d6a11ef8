package vn.banso.desktop.classes;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.store.training.Attendance;
import vn.banso.store.training.SessionSheet;
import vn.banso.store.training.SessionStatus;

/** The page of a session: what became of it, and one part of it at a time. */
final class SessionView implements Page {
    private static final int BLANK_ROWS = 18;
    private static final int MORE_ROWS = 5;
    private static final List<SessionStatus> OUTCOMES = List.of(SessionStatus.PLANNED, SessionStatus.HELD, SessionStatus.NOT_HELD, SessionStatus.NOT_RECORDED);

    /** What stands on the page now: drawn anew only where this becomes another, so that the cursor stays where it is. */
    private record Shown(boolean isNew, boolean silent, SessionModel.Part part, EntryModel form, boolean contradicted) {}

    private final Ui ui;
    private final SessionModel model;
    private final Navigator navigator;
    private final Words words;
    private final Ties ties = new Ties();
    private final BorderPane page = new BorderPane();
    private final VBox top = new VBox();
    private final Choices<SessionModel.Part> parts;
    private final ObjectProperty<SessionStatus> outcome = new SimpleObjectProperty<>(SessionStatus.PLANNED);
    private final Choices<SessionStatus> outcomes;
    private final Button save;
    private final SavedLine kept;
    private final Button print;
    private final Button blank;
    private Optional<AttendancePane> attendance = Optional.empty();
    private Optional<LearnersPane> learners = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private boolean following;
    private boolean arriving;

    SessionView(Ui ui, SessionModel model, Navigator navigator) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        this.words = new Words(ui);
        this.save = ui.primary("classes.save_session", this::create);
        this.kept = new SavedLine(ui, model.workplace(), model.state(), () -> "");
        this.print = ui.button(Icon.PRINT, "classes.print_list", () -> model.print(model.listed(), MORE_ROWS));
        this.blank = ui.button(Icon.FILE, "classes.print_blank", () -> model.print(List.of(), BLANK_ROWS));
        save.visibleProperty().bind(model.isNew());
        List.of(print, blank).forEach(b -> b.visibleProperty().bind(model.isNew().not()));
        List.of(save, print, blank).forEach(b -> b.managedProperty().bind(b.visibleProperty()));
        this.parts = new Choices<>(ui.say("classes.parts"), List.of(SessionModel.Part.values()), model.part(), this::part)
                .asTabs();
        this.outcomes = new Choices<>(ui.say("classes.outcome"), OUTCOMES, outcome, p -> ui.say("classes.outcome." + p));
        outcome.addListener(_ -> {
            if (!following) {
                model.become(outcome.get());
                // Where it was asked and answered with no, it is what it was.
                judged();
            }
        });
        page.setTop(top);
        page.setCenter(ui.loading("classes.reading"));
        ties.add(model.form().subscribe(this::lay));
        ties.add(model.failing().subscribe(this::failing));
        ties.add(model.sheet().subscribe(this::head));
        ties.add(model.part().subscribe(this::turn));
        ties.add(model.isNew().subscribe(this::lay));
        ties.add(model.leftOff().subscribe(this::head));
        ties.add(model.phase().subscribe(this::judged));
        ties.add(model.attendance().edits().subscribe(parts::reword));
        ties.add(model.attendance().edits().subscribe(this::body));
        ties.add(model.learners().reads().subscribe(parts::reword));
        // A session that was open before tells of no change: what became of it stands in the model already.
        judged();
    }

    private String part(SessionModel.Part part) {
        return ui.say("classes.part." + part, switch (part) {
            case ATTENDANCE -> model.attendance().count().came();
            case ASSESSMENT -> model.learners().all().stream().filter(model.learners().assess()::isDone).count();
            case TALLY, CONTENT, PLAN -> 0;
        });
    }

    /** Another part: the keyboard goes there too. */
    private void turn() {
        arriving = true;
        body();
    }

    private void lay() {
        head();
        body();
    }

    private void judged() {
        following = true;
        outcome.set(model.phase().get() == SessionStatus.DUE ? SessionStatus.PLANNED : model.phase().get());
        following = false;
        lay();
    }

    private void head() {
        if (model.sheet().get().isEmpty() || model.form().get().isEmpty()) {
            return;
        }
        EntryModel form = form();
        SessionHead first = new SessionHead(ui, form.draft().over(form.before()), model.sheet().get().get(),
                course -> navigator.go(new Place.ClassRoom(course.scope(), course.id())));
        top.getChildren().setAll(first);
        if (model.isNew().get()) {
            model.leftOff().get().ifPresent(other -> top.getChildren().add(new LeftOffBand(ui, other, navigator)));
        } else {
            outcomes.setDisable(!model.mayWrite());
            first.row().getChildren().addAll(Ui.spring(), outcomes);
            WrapRow second = Ui.styled(new WrapRow(parts, Ui.spring()), "bs-bar");
            if (model.phase().get() == SessionStatus.DUE) {
                second.getChildren().add(words.phase(SessionStatus.DUE));
            }
            top.getChildren().add(second);
        }
        parts.reword();
    }

    private void body() {
        if (model.sheet().get().isEmpty() || model.form().get().isEmpty()) {
            return;
        }
        boolean contradicted = model.outcome().isContradicted();
        boolean silent = model.phase().get() == SessionStatus.NOT_HELD && !contradicted && !model.isNew().get()
                && model.part().get() != SessionModel.Part.PLAN && model.part().get() != SessionModel.Part.CONTENT;
        Shown now = new Shown(model.isNew().get(), silent, model.part().get(), form(), contradicted);
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            // Who walks over the outcomes with the arrow keys stays there.
            arriving = !outcomes.isFocused();
            draw(now);
        }
        if (arriving) {
            arriving = false;
            Entering.into(page, page.getCenter());
        }
    }

    private EntryModel form() {
        return model.form().get().orElseThrow();
    }

    private void draw(Shown now) {
        page.setBottom(now.contradicted() && model.mayWrite() ? contradiction() : null);
        page.setCenter(now.isNew() ? plan() : now.silent() ? whyNot() : switch (now.part()) {
            case ATTENDANCE -> attendance();
            case TALLY -> readable(new TallyPane(ui, form(), model.attendance().count().came()));
            case CONTENT -> readable(new ContentPane(ui, form()));
            case ASSESSMENT -> learners();
            case PLAN -> plan();
        });
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

    private Node learners() {
        if (learners.isEmpty()) {
            learners = Optional.of(new LearnersPane(ui, model.learners(), model.sheet().get().flatMap(SessionSheet::course).isPresent(), ties));
        }
        return learners.get();
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

    /** Fields that somebody who is no trainer sees but does not write. */
    private Node readable(Node content) {
        if (!model.mayWrite()) {
            content.setDisable(true);
            return Ui.scrolled(ui.column(ui.text(ui.say("classes.read_only")), content));
        }
        return Ui.scrolled(content);
    }

    private void create() {
        page.requestFocus();
        if (!model.create()) {
            Blocked.enter(page.getCenter());
        }
    }

    private void onTick(java.util.function.Consumer<Tick> act) {
        attendance.filter(_ -> model.part().get() == SessionModel.Part.ATTENDANCE).flatMap(AttendancePane::meant).ifPresent(act);
    }

    /** Where nothing has been read yet, the page says why; where something has, it stays and the next reading tries again. */
    private void failing() {
        if (!model.failing().get().isEmpty() && model.sheet().get().isEmpty()) {
            page.setCenter(ui.failing(model.failing().get(), ui.button(Icon.RETRY, "classes.retry", model::open)));
        }
    }

    @Override
    public String title() {
        return ui.say("classes.session");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Node> actions() {
        return List.of(kept, blank, print, save);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.saving("classes.key.save", () -> {
                    if (model.isNew().get()) {
                        create();
                    } else {
                        learners.ifPresent(LearnersPane::save);
                    }
                }),
                Shortcut.of("F3", "classes.key.name", () -> {
                    model.part().set(SessionModel.Part.ATTENDANCE);
                    attendance.ifPresent(AttendancePane::focus);
                }),
                Shortcut.of("F5", "classes.key.left_off", () -> LeftOffBand.focus(top)),
                Shortcut.of("F6", "classes.key.late", () -> onTick(t -> model.attendance().mark(t, Attendance.LATE))),
                Shortcut.of("F7", "classes.key.absent", () -> onTick(t -> model.attendance().mark(t, Attendance.ABSENT))),
                Shortcut.of("F9", "classes.key.practice", () -> onTick(model.attendance()::practise)),
                Shortcut.of("Shortcut+P", "classes.print_list", () -> model.print(model.listed(), MORE_ROWS)),
                Shortcut.of("Shortcut+Page Down", "classes.key.part", () -> parts.step(1)),
                Shortcut.of("Shortcut+Page Up", "classes.key.part_back", () -> parts.step(-1)));
    }

    @Override
    public void shown() {
        arriving = true;
        model.open();
    }

    @Override
    public void changed() {
        model.reread();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return Bindings.createBooleanBinding(() -> (model.form().get().isEmpty() || model.reading().get()) && model.failing().get().isEmpty(),
                model.form(), model.reading(), model.failing());
    }

    @Override
    public void leaving() {
        page.requestFocus();
        model.leave();
        ties.cut();
        kept.release();
    }
}
