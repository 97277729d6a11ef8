package vn.banso.desktop.classes;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.CommuneQuestion;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.Choices;
import vn.banso.desktop.layout.Grid;
import vn.banso.desktop.training.TrainingWords;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.training.ClassLine;
import vn.banso.store.training.SessionLine;
import vn.banso.store.training.SessionStatus;

/** Lớp học: the classes with what is to be done next, and all sessions by what became of them. */
final class ClassesView implements Page {
    private final Ui ui;
    private final ClassesModel model;
    private final Navigator navigator;
    private final TrainingWords words;
    private final BorderPane page = new BorderPane();
    private final StackPane body = new StackPane();
    private final Grid<ClassLine> classes;
    private final Grid<SessionLine> sessions;
    private final Choices<ClassesModel.Shown> shown;
    private final Choices<ClassesModel.Which> which;
    private final CheckBox single;
    private final TextField search = new TextField();
    private final List<Node> actions;
    private boolean arriving;

    ClassesView(Ui ui, ClassesModel model, Navigator navigator) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        this.words = new TrainingWords(ui);
        this.classes = classes();
        this.sessions = sessions();
        this.shown = new Choices<>(ui.say("classes.show"), List.of(ClassesModel.Shown.values()), model.shown(),
                s -> ui.say("classes.shelf." + s));
        this.which = new Choices<>(ui.say("classes.which"), List.of(ClassesModel.Which.values()), model.which(),
                w -> ui.say("classes.which." + w, model.count(w)));
        this.single = new CheckBox(ui.say("classes.single_only"));
        single.selectedProperty().bindBidirectional(model.single());
        search.setPromptText(ui.say("classes.search"));
        search.setAccessibleText(ui.say("classes.search"));
        search.setPrefColumnCount(18);
        search.textProperty().bindBidirectional(model.words());
        this.actions = List.of(ui.button(Icon.CALENDAR, "classes.new_session", this::newSession),
                ui.primary("classes.new_class", this::newClass));
        actions.forEach(a -> a.managedProperty().bind(a.visibleProperty()));
        WrapRow filters = Ui.styled(new WrapRow(shown, Ui.spring(), search), "bs-bar");
        WrapRow second = Ui.styled(new WrapRow(which, Ui.spring(), single), "bs-bar");
        second.visibleProperty().bind(model.shown().isEqualTo(ClassesModel.Shown.SESSIONS));
        second.managedProperty().bind(second.visibleProperty());
        page.setTop(new VBox(filters, second));
        page.setCenter(body);
        WhileShown.follow(page, model.read(), this::lay);
        WhileShown.follow(page, model.shown(), () -> {
            arriving = true;
            lay();
        });
        WhileShown.follow(page, model.classes(), this::lay);
        WhileShown.follow(page, model.failing(), this::lay);
        WhileShown.follow(page, model.sessions(), this::lay);
        lay();
    }

    private void lay() {
        // Whose laptop it is may become known only after the page stands.
        actions.forEach(a -> a.setVisible(model.mayPlan()));
        which.reword();
        boolean ofClasses = model.shown().get() == ClassesModel.Shown.CLASSES;
        boolean none = ofClasses ? model.classes().isEmpty() : model.sessions().isEmpty();
        page.getTop().setVisible(!model.isEmpty());
        page.getTop().setManaged(!model.isEmpty());
        body.getChildren().setAll(!model.failing().get().isEmpty()
                ? ui.failing(model.failing().get(), ui.button(Icon.RETRY, "classes.retry", model::open)) : !model.read().get() ? ui.loading("classes.reading")
                : model.isEmpty() ? empty() : none ? ui.empty(Icon.SEARCH, "classes.none_found", "classes.none_found_text")
                : ofClasses ? classes : sessions);
        if (arriving && model.read().get() && !none) {
            arriving = false;
            (ofClasses ? classes : sessions).enter();
        }
    }

    private Node empty() {
        return model.mayPlan()
                ? ui.empty(Icon.CLASSES, "classes.empty", "classes.empty_text", ui.button(Icon.ADD, "classes.new_class", this::newClass))
                : ui.empty(Icon.CLASSES, "classes.empty", "classes.empty_reader");
    }

    private Grid<ClassLine> classes() {
        return new Grid<>(model.classes(), ui.say("classes.shelf.CLASSES"))
                .text(ui.say("classes.col.class"), 20, ClassLine::name).atLeast(8.5)
                .text(ui.say("classes.col.village"), 11, c -> model.communes().told(words.village(c.village()), c.scope(), ui.texts())).atLeast(6)
                .text(ui.say("classes.col.level"), 6, c -> words.level(c.level())).atLeast(4.2)
                .middle(ui.say("classes.col.sessions"), 6, c -> ui.say("classes.of", c.held(), c.of())).atLeast(5)
                .<ClassLine>drawn(ui.say("classes.col.next"), 18, ReadOnlyObjectWrapper::new, (c, _) -> next(c)).atLeast(8.5)
                .opening(c -> navigator.go(new Place.ClassRoom(c.scope(), c.id())));
    }

    /** The session that waits for somebody, or that there is none. */
    private Label next(ClassLine line) {
        return line.next().map(s -> {
            Label mark = words.phase(s.status());
            mark.setText(ui.say("classes.next", words.day(s.date()), ui.say("classes.phase." + s.status())));
            return mark;
        }).orElseGet(() -> Ui.styled(new Label(line.sessions().isEmpty() ? ui.say("classes.no_sessions")
                        : line.unplanned() > 0 ? ui.say("classes.unplanned", line.unplanned()) : ui.say("classes.all_done")),
                "bs-soft", "bs-mark"));
    }

    private Grid<SessionLine> sessions() {
        return new Grid<>(model.sessions(), ui.say("classes.shelf.SESSIONS"))
                .text(ui.say("classes.col.day"), 7, s -> words.day(s.date())).atLeast(6.7)
                .middle(ui.say("classes.col.time"), 4.5, s -> TrainingWords.clock(s.start())).atLeast(3.7)
                .text(ui.say("classes.col.what"), 17, s -> s.course().isPresent() ? s.courseName() : words.kind(s.kind())).atLeast(5.9)
                .text(ui.say("classes.col.village"), 11, s -> model.communes().told(words.village(s.village()), s.scope(), ui.texts())).atLeast(5.2)
                .<SessionStatus>drawn(ui.say("classes.col.phase"), 12.5, s -> new ReadOnlyObjectWrapper<>(s.status()), (_, phase) -> words.phase(phase)).atLeast(6.6)
                .number(ui.say("classes.col.people"), 5, s -> s.people().map(n -> ui.formats().number(n)).orElse("")).atLeast(4.1)
                .opening(s -> navigator.go(new Place.Session(s.scope(), s.id())));
    }

    private void newClass() {
        plan(Place.ClassRoom::new);
    }

    private void newSession() {
        plan(Place.Session::new);
    }

    /** Asks for the commune where this laptop works for several. */
    private void plan(BiFunction<ScopeId, EntryId, Place> at) {
        CommuneQuestion.ask(ui, model.communes(), actions.getLast(), commune -> model.fresh(commune, at, navigator));
    }

    @Override
    public String title() {
        return ui.say("classes.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Node> actions() {
        return actions;
    }

    @Override
    public List<Shortcut> shortcuts() {
        Shortcut find = Shortcut.of("Shortcut+F", "classes.key.search", search::requestFocus);
        Shortcut other = Shortcut.of("Shortcut+Page Down", "classes.key.part", () -> shown.step(1));
        Shortcut back = Shortcut.of("Shortcut+Page Up", "classes.key.part_back", () -> shown.step(-1));
        return model.mayPlan() ? List.of(Shortcut.of("F2", "classes.new_class", this::newClass),
                Shortcut.of("F3", "classes.new_session", this::newSession), find, other, back) : List.of(find, other, back);
    }

    @Override
    public void changed() {
        model.open();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return Bindings.createBooleanBinding(() -> !model.read().get() && model.failing().get().isEmpty(), model.read(), model.failing());
    }

    @Override
    public void shown() {
        arriving = true;
        model.open();
    }
}
