package vn.banso.desktop.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Workplace;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.desktop.saving.OpenForm;
import vn.banso.desktop.saving.SaveState;
import vn.banso.ledger.Kind;
import vn.banso.office.ClassPapers;
import vn.banso.office.ResultList;
import vn.banso.register.Catalogue;
import vn.banso.register.Codes;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Finding;
import vn.banso.register.ScopeId;
import vn.banso.register.Texts;
import vn.banso.register.Validation;
import vn.banso.register.Value;
import vn.banso.store.FormDraft;
import vn.banso.store.training.ClassSheet;
import vn.banso.store.training.SessionSchedule;
import vn.banso.store.training.TrainingReader;

/** One class: its plan, its sessions, its learners and their results. */
final class ClassModel {
    private static final EntryType CLASS = Catalogue.CLASS;
    private static final EntryType SESSION = Catalogue.SESSION;
    /** What is chosen in a new class and is no field: the days from one session to the next. */
    private static final String DAYS = "days";
    private static final int WEEK = 7;
    private static final int USUAL_SESSIONS = 5;
    /** What the page is about. Texts: {@code classes.room.<name>}. */
    enum Part { SESSIONS, LEARNERS, PLAN }

    private final Workplace workplace;
    private final ScopeId scope;
    private final EntryId id;
    private final ActQueue acts;
    private final LearnersModel learners;
    private final ReadOnlyObjectWrapper<Optional<ClassSheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EntryModel>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EntryModel>> first = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LeftOff>> leftOff = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final OpenForm open = new OpenForm();
    private final IntegerProperty days = new SimpleIntegerProperty(WEEK);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.SESSIONS);
    private final BooleanProperty isNew = new SimpleBooleanProperty();
    /** From the act that writes a new one until it has been read from the register: only then it is said to be there. */
    private boolean creating;

    /** @param id of a class; where nothing is written of it yet, one is planned */
    ClassModel(Workplace workplace, ScopeId scope, EntryId id) {
        this.workplace = workplace;
        this.scope = scope;
        this.id = id;
        this.acts = new ActQueue(workplace);
        this.learners = new LearnersModel(workplace, acts, scope, id, Optional.empty(), this::open);
    }

    /** Reads it, for the first time or again. */
    public void open() {
        record Answer(ClassSheet sheet, Optional<FormDraft> draft, Optional<LeftOff> other) {}
        acts.read(node -> new Answer(new TrainingReader(node, scope, workplace.today()).course(id), node.drafts().form(scope, id),
                LeftOff.of(node, scope, CLASS, id, "name")), answer -> {
                    leftOff.set(answer.other());
                    show(answer.sheet(), answer.draft());
                });
    }

    private void show(ClassSheet read, Optional<FormDraft> draft) {
        sheet.set(Optional.of(read));
        if (creating && read.course().isPresent()) {
            creating = false;
            part.set(Part.SESSIONS);
            // From now on it is a class, and no longer one with its first session.
            open.close();
            form.set(Optional.empty());
        }
        isNew.set(read.course().isEmpty());
        if (form.get().filter(f -> f.isDirty() || Entry.saySame(f.before(), read.course())).isEmpty()) {
            fill(read.course(), draft);
        }
        learners.show(read.learners(), read.course().map(c -> SessionModel.items(c, CLASS.field("skills")))
                .orElse(java.util.Collections.emptySortedSet()), read.underWay());
        learners.resume(() -> part.set(Part.LEARNERS));
    }

    private void fill(Optional<Entry> course, Optional<FormDraft> draft) {
        EntryModel fresh = new EntryModel(CLASS, scope, id, course, () -> Validation.Context.on(workplace.today()));
        if (course.isEmpty()) {
            fresh.commit(CLASS.field("level"), Codes.LEVEL.code("basic").orElseThrow());
            fresh.commit(CLASS.field("audience"), Codes.AUDIENCE.code("citizen").orElseThrow());
            fresh.commit(CLASS.field("planned_sessions"), new Value.Whole(USUAL_SESSIONS));
            EntryModel session = new EntryModel(SESSION, scope, id, Optional.empty(), () -> Validation.Context.on(workplace.today()));
            session.commit(SESSION.field("kind"), Codes.SESSION_KIND.code("class").orElseThrow());
            session.commit(SESSION.field("date"), Value.Day.of(workplace.today()));
            first.set(Optional.of(session));
            part.set(Part.PLAN);
        }
        follow(fresh, draft);
        form.set(Optional.of(fresh));
    }

    /** A new class is one form with its first session and how often the sessions come. */
    private void follow(EntryModel fresh, Optional<FormDraft> draft) {
        boolean planned = fresh.before().isEmpty();
        EntryForm all = new EntryForm(id, planned ? List.of(fresh, first.get().orElseThrow()) : List.of(fresh),
                () -> planned ? Map.of(DAYS, Integer.toString(days.get())) : Map.of());
        if (planned) {
            days.subscribe((_, _) -> all.edited());
        }
        AutoSave saving = new AutoSave(workplace, all, AutoSave.When.AS_WRITTEN);
        draft.ifPresent(d -> {
            Optional.ofNullable(d.choices().get(DAYS)).map(Integer::valueOf).ifPresent(days::set);
            saving.restore(d);
        });
        saving.state().subscribe((_, now) -> {
            if (now instanceof SaveState.Saved && !creating) {
                open();
            }
        });
        open.open(saving);
    }

    // What the page shows.

    /** Another new class that was left half-written. */
    ReadOnlyObjectProperty<Optional<LeftOff>> leftOff() {
        return leftOff.getReadOnlyProperty();
    }

    Workplace workplace() {
        return workplace;
    }

    /** How far the saving of its plan has come. */
    ReadOnlyObjectProperty<SaveState> state() {
        return open.state();
    }

    /** Why nothing could be read; empty where it could. */
    ReadOnlyObjectProperty<List<Sentence>> failing() {
        return acts.failing();
    }

    ReadOnlyObjectProperty<Optional<ClassSheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Its own fields, while they are written; empty until it was read. */
    ReadOnlyObjectProperty<Optional<EntryModel>> form() {
        return form.getReadOnlyProperty();
    }

    /** Day, time and place of the first session, while a new class is planned. */
    ReadOnlyObjectProperty<Optional<EntryModel>> first() {
        return first.getReadOnlyProperty();
    }

    /** From one session to the next. */
    IntegerProperty days() {
        return days;
    }

    ObjectProperty<Part> part() {
        return part;
    }

    BooleanProperty isNew() {
        return isNew;
    }

    LearnersModel learners() {
        return learners;
    }

    ScopeId scope() {
        return scope;
    }

    /** Classes are trainers' work; others see them. */
    boolean mayWrite() {
        return workplace.mayWrite(CLASS, Kind.SET);
    }

    /** Writes down without waiting what can be; what cannot yet is kept as a draft. */
    void keep() {
        open.saving().filter(_ -> !creating).ifPresent(AutoSave::now);
    }

    /** Writes a new class down with all its sessions; false where something is missing, which then stands at its field. */
    boolean create() {
        if (creating) {
            open();
            return true;
        }
        AutoSave saving = open.saving().orElseThrow();
        EntryModel f = form.get().orElseThrow();
        EntryModel session = first.get().orElseThrow();
        List<Finding> blocked = Stream.of(f, session).flatMap(e -> e.blocked().stream()).toList();
        if (!blocked.isEmpty()) {
            acts.blocked(blocked);
            return false;
        }
        Draft course = f.draft();
        Value.Day starts = (Value.Day) session.valueOf(SESSION.field("date"));
        SessionSchedule schedule = SessionSchedule.of(course, session.draft(), days.get());
        creating = true;
        saving.save(List.of(f, session), node -> {
            List<Draft> all = new ArrayList<>(List.of(course.with("starts", starts)));
            all.addAll(schedule.sessions(node::freshId));
            return all;
        }, () -> {
            // It has become the sessions of the class: nothing of it is still to be written.
            session.saved(session.draft());
            open();
        }, () -> creating = false);
        return true;
    }

    /** One session more, like the last one and a week after it; it can be taken back. @param navigator leads there */
    void addSession(Navigator navigator) {
        Consumer<Place> on = navigator.fromHere();
        ClassSheet now = sheet.get().orElseThrow();
        workplace.ask(node -> {
            EntryId fresh = node.freshId();
            Optional<Entry> last = now.sessions().isEmpty() ? Optional.empty() : node.entry(scope, now.sessions().getLast().id());
            return SessionSchedule.another(fresh, now.course().orElseThrow(), last, workplace.today());
        }, draft -> acts.save(List.of(draft), () -> {
            open();
            on.accept(new Place.Session(scope, draft.id()));
            workplace.tell(Notice.done("classes.session_added").undoneBy(() -> acts.takeBack(scope, draft.id(), () -> {
                navigator.go(new Place.ClassRoom(scope, id));
                open();
            })));
        }, () -> { }));
    }

    /** The result list of those who are shown now. */
    void printResults() {
        sheet.get().ifPresent(s -> s.course().ifPresent(course -> {
            Texts texts = Texts.of(workplace.settings().get().lang());
            ResultList paper = new ClassPapers(texts, workplace.today()).results(course, s, List.copyOf(learners.shown()));
            PaperFile.save(workplace, "classes.print.results", texts.get("classes.file.results", Value.Day.of(workplace.today()).toString()),
                    (papers, file) -> papers.write(paper, file));
        }));
    }

    /** Keeps what was typed; before one goes elsewhere. A new one stays a draft, and is there again as it was. */
    public void leave() {
        learners.leave();
        open.leave();
        form.set(Optional.empty());
    }
}
