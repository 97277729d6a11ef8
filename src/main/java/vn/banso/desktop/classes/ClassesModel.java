package vn.banso.desktop.classes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.training.ActQueue;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.names.Names;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.register.VillageName;
import vn.banso.store.training.ClassLine;
import vn.banso.store.training.SessionLine;
import vn.banso.store.training.SessionStatus;
import vn.banso.store.training.TrainingReader;

/** The list of classes and the list of sessions, of all communes this laptop works for. */
final class ClassesModel {
    /** What is listed. Texts: {@code classes.shelf.<name>}. */
    enum Shown { CLASSES, SESSIONS }

    /** Which sessions are listed. Texts: {@code classes.which.<name>}, {0} how many. */
    enum Which { ALL, TO_COME, TO_RECORD, HELD, NOT_HELD }

    private final OpenRegister workplace;
    private final ActQueue acts;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.CLASSES);
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final BooleanProperty single = new SimpleBooleanProperty();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<ClassLine> classes = FXCollections.observableArrayList();
    private final ObservableList<SessionLine> sessions = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private List<ClassLine> allClasses = List.of();
    private List<SessionLine> allSessions = List.of();

    ClassesModel(OpenRegister workplace) {
        this.workplace = workplace;
        this.acts = new ActQueue(workplace);
        shown.addListener(_ -> list());
        which.addListener(_ -> list());
        single.addListener(_ -> list());
        words.addListener(_ -> list());
        workplace.communes().chosen().addListener(_ -> {
            if (read.get()) {
                open();
            }
        });
    }

    /** Reads the lists, for the first time or again. */
    public void open() {
        record Answer(List<ClassLine> classes, List<SessionLine> sessions) {}
        List<ScopeId> communes = workplace.communes().shown();
        acts.read(node -> {
            List<ClassLine> ofClasses = new ArrayList<>();
            List<SessionLine> ofSessions = new ArrayList<>();
            for (ScopeId commune : communes) {
                TrainingReader reading = new TrainingReader(node, commune, workplace.today());
                List<SessionLine> lines = reading.sessions();
                ofSessions.addAll(lines);
                ofClasses.addAll(reading.classes(lines));
            }
            ofClasses.sort(Comparator.comparing(ClassLine::day).reversed());
            ofSessions.sort(Comparator.comparing(SessionLine::day).reversed());
            return new Answer(ofClasses, ofSessions);
        }, answer -> {
            allClasses = answer.classes();
            allSessions = answer.sessions();
            read.set(true);
            list();
        });
    }

    private void list() {
        String typed = words.get();
        put(classes, allClasses.stream()
                .filter(c -> fits(typed, c.name() + " " + c.village().map(VillageName::name).orElse(""))).toList());
        put(sessions, allSessions.stream().filter(s -> is(s, which.get())).filter(s -> !single.get() || s.course().isEmpty())
                .filter(s -> fits(typed, s.courseName() + " " + s.place() + " " + s.village().map(VillageName::name).orElse("")))
                .toList());
    }

    /** The same list again leaves the keyboard where it is. */
    private static <T> void put(ObservableList<T> shown, List<T> fresh) {
        if (!shown.equals(fresh)) {
            shown.setAll(fresh);
        }
    }

    private static boolean fits(String typed, String text) {
        return typed.isBlank() || Names.matches(typed, text);
    }

    private static boolean is(SessionLine line, Which which) {
        return switch (which) {
            case ALL -> true;
            case TO_COME -> line.status() == SessionStatus.PLANNED;
            case TO_RECORD -> line.status() == SessionStatus.DUE || line.status() == SessionStatus.NOT_RECORDED;
            case HELD -> line.status() == SessionStatus.HELD;
            case NOT_HELD -> line.status() == SessionStatus.NOT_HELD;
        };
    }

    int count(Which among) {
        return (int) allSessions.stream().filter(s -> is(s, among)).count();
    }

    /** Why nothing could be read; empty where it could. */
    ReadOnlyObjectProperty<List<Sentence>> failing() {
        return acts.failing();
    }

    ObservableList<ClassLine> classes() {
        return classes;
    }

    ObservableList<SessionLine> sessions() {
        return sessions;
    }

    /** Whether nothing was ever written here, as opposed to nothing found. */
    boolean isEmpty() {
        return allClasses.isEmpty() && allSessions.isEmpty();
    }

    ObjectProperty<Shown> shown() {
        return shown;
    }

    ObjectProperty<Which> which() {
        return which;
    }

    /** Only sessions that stand alone. */
    BooleanProperty single() {
        return single;
    }

    StringProperty words() {
        return words;
    }

    /** False until the first answer is there. */
    ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    boolean mayPlan() {
        return workplace.mayWrite(Catalogue.CLASS, Kind.CREATE);
    }

    Communes communes() {
        return workplace.communes();
    }

    /** Goes to a class or a session that is to be planned there. @param at the place of an entry of that commune */
    void fresh(ScopeId commune, BiFunction<ScopeId, EntryId, Place> at, Navigator navigator) {
        Consumer<Place> on = navigator.fromHere();
        workplace.ask(node -> node.freshId(), id -> on.accept(at.apply(commune, id)));
    }
}
