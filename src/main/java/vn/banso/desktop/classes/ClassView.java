package vn.banso.desktop.classes;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.FormGrid;
import vn.banso.desktop.layout.Grid;
import vn.banso.desktop.training.TrainingPage;
import vn.banso.desktop.training.TrainingWords;
import vn.banso.store.training.ClassSheet;
import vn.banso.store.training.SessionLine;
import vn.banso.store.training.SessionStatus;
import vn.banso.store.training.TrainingReader;

/** The page of a class: its sessions, its learners and lists, its plan. */
final class ClassView extends TrainingPage<ClassModel.Part> {
    private record Shown(boolean isNew, ClassModel.Part part, EntryModel form, boolean noSessions) {}

    private final ClassModel model;
    private final TrainingWords words;
    private final ObservableList<SessionLine> lines = FXCollections.observableArrayList();
    private final Grid<SessionLine> sessions;
    private final Button another;
    private final Button print;

    ClassView(Ui ui, ClassModel model, Navigator navigator) {
        super(ui, model, navigator, "classes.class", "classes.save_class", List.of(ClassModel.Part.values()), part -> part(ui, model, part));
        this.model = model;
        this.words = new TrainingWords(ui);
        this.sessions = sessions();
        this.another = ui.button(Icon.ADD, "classes.add_session", this::addSession);
        this.print = ui.button(Icon.PRINT, "classes.print_results", model::printResults);
        another.visibleProperty().bind(model.isNew().not().and(model.part().isEqualTo(ClassModel.Part.SESSIONS)));
        print.visibleProperty().bind(model.isNew().not().and(model.part().isEqualTo(ClassModel.Part.LEARNERS)));
        List.of(another, print).forEach(b -> b.managedProperty().bind(b.visibleProperty()));
        follow();
    }

    private static String part(Ui ui, ClassModel model, ClassModel.Part part) {
        return ui.say("classes.room." + part, switch (part) {
            case SESSIONS -> model.sheet().get().map(s -> s.sessions().size()).orElse(0);
            case LEARNERS -> model.learners().all().size();
            case PLAN -> 0;
        });
    }

    private Grid<SessionLine> sessions() {
        return new Grid<>(lines, ui.say("classes.room.SESSIONS", 0))
                .middle(ui.say("classes.col.number"), 3.2, s -> String.valueOf(lines.indexOf(s) + 1))
                .atLeast(2.8)
                .text(ui.say("classes.col.day"), 7, s -> words.day(s.date())).atLeast(6.7)
                .middle(ui.say("classes.col.time"), 5, s -> TrainingWords.clock(s.start())).atLeast(3.8)
                .text(ui.say("classes.col.place"), 18, SessionLine::place).atLeast(7)
                .<SessionStatus>drawn(ui.say("classes.col.phase"), 12.5, s -> new ReadOnlyObjectWrapper<>(s.status()), (_, phase) -> words.phase(phase)).atLeast(6.5)
                .number(ui.say("classes.col.people"), 6, s -> s.people().map(n -> ui.formats().number(n)).orElse("")).atLeast(4.2)
                .opening(s -> navigator.go(new Place.Session(s.scope(), s.id())));
    }

    @Override
    protected void drawHead() {
        ClassSheet sheet = model.sheet().get().orElseThrow();
        if (!lines.equals(sheet.sessions())) {
            lines.setAll(sheet.sessions());
        }
        if (!model.isNew().get()) {
            sheet.course().ifPresent(c -> top.getChildren().add(Ui.styled(
                    new HBox(Ui.styled(ui.text(TrainingReader.name(c)), "bs-heading")), "bs-row", "bs-bar")));
            top.getChildren().add(Ui.styled(new WrapRow(parts), "bs-bar"));
        }
    }

    @Override
    protected Shown now() {
        return new Shown(model.isNew().get(), model.part().get(), form(), lines.isEmpty());
    }

    @Override
    protected Node drawBody() {
        return model.isNew().get() ? plan() : switch (model.part().get()) {
            case SESSIONS -> lines.isEmpty() ? ui.empty(Icon.CALENDAR, "classes.no_sessions", "classes.no_sessions_text") : sessions;
            case LEARNERS -> learners(true);
            case PLAN -> plan();
        };
    }

    private Node plan() {
        EntryModel form = form();
        FormGrid grid = new FormGrid(4);
        grid.put(Fields.of(form, "name", ui.texts()), 3)
                .put(FormGrid.village(form, "village", model.sheet().get().map(ClassSheet::villages).orElse(List.of()), ui.texts(), model.workplace()));
        grid.put(FormGrid.level(form, ui.texts())).fields(form, ui.texts(), "audience", "planned_people", "planned_sessions");
        VBox box = ui.column(grid);
        // Beside the grid, not in it: a row of the grid would be as high as the card is where it is narrow.
        model.first().get().filter(_ -> model.isNew().get()).ifPresent(first -> box.getChildren().add(schedule(first)));
        box.getChildren().addAll(new FormGrid(2).fields(form, ui.texts(), "trainers", "partner"), Fields.of(form, "skills", ui.texts()));
        return readable(box);
    }

    /** Day, hour and place of the first session, and the rhythm of the others. */
    private Node schedule(EntryModel first) {
        FormGrid grid = new FormGrid(4).fields(first, ui.texts(), "date", "start", "minutes");
        grid.put(new RhythmBox(ui, model.days()));
        grid.put(Fields.of(first, "place", ui.texts()), 4);
        return Ui.styled(new VBox(Ui.styled(new Label(ui.say("classes.first_session")), "bs-strong"), grid), "bs-card");
    }

    private void addSession() {
        if (model.mayWrite()) {
            model.addSession(navigator);
        }
    }

    @Override
    public List<Node> actions() {
        return model.mayWrite() ? actions(List.of(another, print)) : List.of(print);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return shortcuts(List.of(Shortcut.of("F3", "classes.add_session", this::addSession),
                Shortcut.of("Shortcut+P", "classes.print_results", model::printResults)));
    }
}
