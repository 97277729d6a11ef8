package vn.banso.desktop.classes;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.store.training.ClassSheet;
import vn.banso.store.training.SessionLine;
import vn.banso.store.training.SessionStatus;
import vn.banso.store.training.TrainingReader;

/** The page of a class: its sessions, its learners and lists, its plan. */
final class ClassView implements Page {
    /** What stands on the page now: drawn anew only where this becomes another, so that the cursor stays where it is. */
    private record Shown(boolean isNew, ClassModel.Part part, EntryModel form, boolean noSessions) {}

    private final Ui ui;
    private final ClassModel model;
    private final Navigator navigator;
    private final Words words;
    private final Ties ties = new Ties();
    private final BorderPane page = new BorderPane();
    private final VBox top = new VBox();
    private final Choices<ClassModel.Part> parts;
    private final ObservableList<SessionLine> lines = FXCollections.observableArrayList();
    private final Grid<SessionLine> sessions;
    private final Button save;
    private final SavedLine kept;
    private final Button another;
    private final Button print;
    private Optional<LearnersPane> learners = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private boolean arriving;

    ClassView(Ui ui, ClassModel model, Navigator navigator) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        this.words = new Words(ui);
        this.sessions = sessions();
        this.save = ui.primary("classes.save_class", this::create);
        this.kept = new SavedLine(ui, model.workplace(), model.state(), () -> "");
        this.another = ui.button(Icon.ADD, "classes.add_session", this::addSession);
        this.print = ui.button(Icon.PRINT, "classes.print_results", model::printResults);
        save.visibleProperty().bind(model.isNew());
        another.visibleProperty().bind(model.isNew().not().and(model.part().isEqualTo(ClassModel.Part.SESSIONS)));
        print.visibleProperty().bind(model.isNew().not().and(model.part().isEqualTo(ClassModel.Part.LEARNERS)));
        List.of(save, another, print).forEach(b -> b.managedProperty().bind(b.visibleProperty()));
        this.parts = new Choices<>(ui.say("classes.parts"), List.of(ClassModel.Part.values()), model.part(), this::part)
                .asTabs();
        page.setTop(top);
        page.setCenter(ui.loading("classes.reading"));
        ties.add(model.failing().subscribe(this::failing));
        ties.add(model.sheet().subscribe(this::lay));
        ties.add(model.form().subscribe(this::lay));
        ties.add(model.isNew().subscribe(this::lay));
        ties.add(model.leftOff().subscribe(this::lay));
        ties.add(model.part().subscribe(this::turn));
        ties.add(model.learners().reads().subscribe(parts::reword));
        lay();
    }

    private String part(ClassModel.Part part) {
        return ui.say("classes.room." + part, switch (part) {
            case SESSIONS -> lines.size();
            case LEARNERS -> model.learners().all().size();
            case PLAN -> 0;
        });
    }

    private Grid<SessionLine> sessions() {
        return new Grid<>(lines, ui.say("classes.room.SESSIONS", 0))
                .middle(ui.say("classes.col.number"), 3.2, s -> String.valueOf(lines.indexOf(s) + 1))
                .atLeast(2.8)
                .text(ui.say("classes.col.day"), 7, s -> words.day(s.date())).atLeast(6.7)
                .middle(ui.say("classes.col.time"), 5, s -> Words.clock(s.start())).atLeast(3.8)
                .text(ui.say("classes.col.place"), 18, SessionLine::place).atLeast(7)
                .<SessionStatus>drawn(ui.say("classes.col.phase"), 12.5, s -> new ReadOnlyObjectWrapper<>(s.status()), (_, phase) -> words.phase(phase)).atLeast(6.5)
                .number(ui.say("classes.col.people"), 6, s -> s.people().map(n -> ui.formats().number(n)).orElse("")).atLeast(4.2)
                .opening(s -> navigator.go(new Place.Session(s.scope(), s.id())));
    }

    private void lay() {
        if (model.sheet().get().isEmpty() || model.form().get().isEmpty()) {
            return;
        }
        ClassSheet sheet = model.sheet().get().get();
        if (!lines.equals(sheet.sessions())) {
            lines.setAll(sheet.sessions());
        }
        top.getChildren().clear();
        if (model.isNew().get()) {
            model.leftOff().get().ifPresent(other -> top.getChildren().add(new LeftOffBand(ui, other, navigator)));
        } else {
            sheet.course().ifPresent(c -> top.getChildren().add(Ui.styled(
                    new HBox(Ui.styled(ui.text(TrainingReader.name(c)), "bs-heading")), "bs-row", "bs-bar")));
            top.getChildren().add(Ui.styled(new WrapRow(parts), "bs-bar"));
        }
        parts.reword();
        Shown now = new Shown(model.isNew().get(), model.part().get(), model.form().get().get(), lines.isEmpty());
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            arriving = true;
            draw(now);
        }
        if (arriving) {
            arriving = false;
            Entering.into(page, page.getCenter());
        }
    }

    private void draw(Shown now) {
        page.setCenter(now.isNew() ? plan() : switch (now.part()) {
            case SESSIONS -> lines.isEmpty() ? ui.empty(Icon.CALENDAR, "classes.no_sessions", "classes.no_sessions_text") : sessions;
            case LEARNERS -> learners();
            case PLAN -> plan();
        });
    }

    /** Another part: the keyboard goes there too. */
    private void turn() {
        arriving = true;
        lay();
    }

    private Node learners() {
        if (learners.isEmpty()) {
            learners = Optional.of(new LearnersPane(ui, model.learners(), true, ties));
        }
        return learners.get();
    }

    private Node plan() {
        EntryModel form = model.form().get().orElseThrow();
        FormGrid grid = new FormGrid(4);
        grid.put(Fields.of(form, "name", ui.texts()), 3)
                .put(FormGrid.village(form, "village", model.sheet().get().map(ClassSheet::villages).orElse(List.of()), ui.texts(), model.workplace()));
        grid.put(FormGrid.level(form, ui.texts())).fields(form, ui.texts(), "audience", "planned_people", "planned_sessions");
        VBox box = ui.column(grid);
        // Beside the grid, not in it: a row of the grid would be as high as the card is where it is narrow.
        model.first().get().filter(_ -> model.isNew().get()).ifPresent(first -> box.getChildren().add(schedule(first)));
        box.getChildren().addAll(new FormGrid(2).fields(form, ui.texts(), "trainers", "partner"), Fields.of(form, "skills", ui.texts()));
        if (!model.mayWrite()) {
            box.setDisable(true);
            return Ui.scrolled(ui.column(ui.text(ui.say("classes.read_only")), box));
        }
        return Ui.scrolled(box);
    }

    /** Day, hour and place of the first session, and the rhythm of the others. */
    private Node schedule(EntryModel first) {
        FormGrid grid = new FormGrid(4).fields(first, ui.texts(), "date", "start", "minutes");
        grid.put(new RhythmBox(ui, model.days()));
        grid.put(Fields.of(first, "place", ui.texts()), 4);
        return Ui.styled(new VBox(Ui.styled(new Label(ui.say("classes.first_session")), "bs-strong"), grid), "bs-card");
    }

    private void create() {
        page.requestFocus();
        if (!model.create()) {
            Blocked.enter(page.getCenter());
        }
    }

    private void addSession() {
        if (model.mayWrite()) {
            model.addSession(navigator);
        }
    }

    /** Where nothing has been read yet, the page says why; where something has, it stays and the next reading tries again. */
    private void failing() {
        if (!model.failing().get().isEmpty() && model.sheet().get().isEmpty()) {
            page.setCenter(ui.failing(model.failing().get(), ui.button(Icon.RETRY, "classes.retry", model::open)));
        }
    }

    @Override
    public String title() {
        return ui.say("classes.class");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Node> actions() {
        return model.mayWrite() ? List.of(kept, another, print, save) : List.of(print);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.saving("classes.key.save", () -> {
                    if (model.isNew().get()) {
                        create();
                    } else {
                        learners.ifPresent(LearnersPane::save);
                    }
                }), Shortcut.of("F3", "classes.add_session", this::addSession),
                Shortcut.of("F5", "classes.key.left_off", () -> LeftOffBand.focus(top)),
                Shortcut.of("Shortcut+P", "classes.print_results", model::printResults),
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
        model.open();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return Bindings.createBooleanBinding(() -> model.form().get().isEmpty() && model.failing().get().isEmpty(), model.form(), model.failing());
    }

    @Override
    public void leaving() {
        page.requestFocus();
        model.leave();
        ties.cut();
        kept.release();
    }
}
