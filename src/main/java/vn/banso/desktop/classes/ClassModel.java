package vn.banso.desktop.classes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Subscription;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.desktop.saving.SavedForm;
import vn.banso.desktop.training.TrainingModel;
import vn.banso.office.ClassPapers;
import vn.banso.office.ResultList;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.personal.Disclosure;
import vn.banso.store.register.PersonLine;
import vn.banso.store.training.ClassSheet;
import vn.banso.store.training.Learner;
import vn.banso.store.training.SessionSchedule;
import vn.banso.store.training.TrainingReader;

/** One class: its plan, its sessions, its learners and their results. */
final class ClassModel extends TrainingModel<ClassSheet, ClassModel.Part> {
    private static final EntryType CLASS = Catalogue.CLASS;
    private static final EntryType SESSION = Catalogue.SESSION;
    /** What is chosen in a new class and is no field: the days from one session to the next. */
    private static final String DAYS = "days";
    private static final int WEEK = 7;
    private static final int USUAL_SESSIONS = 5;

    /** What the page is about. Texts: {@code classes.room.<name>}. */
    enum Part { SESSIONS, LEARNERS, PLAN }

    private final ReadOnlyObjectWrapper<Optional<EntryModel>> first = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty days = new SimpleIntegerProperty(WEEK);
    /** How often the sessions come is part of what is written down. */
    private Subscription following = Subscription.EMPTY;

    /** @param id of a class; where nothing is written of it yet, one is planned */
    ClassModel(OpenRegister workplace, ScopeId scope, EntryId id) {
        super(workplace, scope, id, CLASS, "name", Optional.empty(), Part.SESSIONS);
    }

    @Override
    protected ClassSheet read(Node node) {
        return new TrainingReader(node, scope, workplace.today()).course(id);
    }

    @Override
    protected Optional<Entry> entry(ClassSheet read) {
        return read.course();
    }

    /** From now on it is a class, and no longer one with its first session. */
    @Override
    protected void created() {
        part().set(Part.SESSIONS);
        closeForm();
    }

    @Override
    protected void shown(ClassSheet read) {
        learners().show(read.learners(), read.course().map(c -> c.items(CLASS.field("skills"))).orElse(Collections.emptySortedSet()), read.underWay());
        learners().resume(() -> part().set(Part.LEARNERS));
    }

    /** A new class is one form with its first session and how often the sessions come. */
    @Override
    protected SavedForm form(EntryModel fresh, Map<String, String> chosen) {
        boolean planned = fresh.before().isEmpty();
        if (planned) {
            plan(fresh);
        }
        Optional.ofNullable(chosen.get(DAYS)).map(Integer::valueOf).ifPresent(days::set);
        EntryForm all = new EntryForm(id, planned ? List.of(fresh, first.get().orElseThrow()) : List.of(fresh),
                () -> planned ? Map.of(DAYS, Integer.toString(days.get())) : Map.of());
        following.unsubscribe();
        following = planned ? days.subscribe((_, _) -> all.edited()) : Subscription.EMPTY;
        return all;
    }

    /** The first session is written on the page, as the class is: nothing of the page stays. */
    @Override
    public void leave() {
        super.leave();
        following.unsubscribe();
        following = Subscription.EMPTY;
        first.set(Optional.empty());
    }

    @Override
    protected void saved() {
        open();
    }

    private void plan(EntryModel fresh) {
        fresh.commit(CLASS.field("level"), Codes.LEVEL.code("basic").orElseThrow());
        fresh.commit(CLASS.field("audience"), Codes.AUDIENCE.code("citizen").orElseThrow());
        fresh.commit(CLASS.field("planned_sessions"), new Value.Whole(USUAL_SESSIONS));
        EntryModel session = written(SESSION, Optional.empty());
        session.commit(SESSION.field("kind"), Codes.SESSION_KIND.code("class").orElseThrow());
        session.commit(SESSION.field("date"), Value.Day.of(workplace.today()));
        first.set(Optional.of(session));
        part().set(Part.PLAN);
    }

    /** Day, time and place of the first session, while a new class is planned. */
    ReadOnlyObjectProperty<Optional<EntryModel>> first() {
        return first.getReadOnlyProperty();
    }

    /** From one session to the next. */
    IntegerProperty days() {
        return days;
    }

    @Override
    protected List<EntryModel> written() {
        return List.of(form().get().orElseThrow(), first.get().orElseThrow());
    }

    /** With all its sessions. */
    @Override
    protected void create(List<EntryModel> written, AutoSave saving, Runnable refused) {
        EntryModel session = written.getLast();
        Draft course = written.getFirst().draft();
        Value.Day starts = (Value.Day) session.valueOf(SESSION.field("date"));
        SessionSchedule schedule = SessionSchedule.of(course, session.draft(), days.get());
        saving.save(written, node -> {
            List<Draft> all = new ArrayList<>(List.of(course.with("starts", starts)));
            all.addAll(schedule.sessions(node::freshId));
            return all;
        }, () -> {
            // It has become the sessions of the class: nothing of it is still to be written.
            session.saved(session.draft());
            open();
        }, refused);
    }

    /** One session more, like the last one and a week after it; it can be taken back. @param navigator leads there */
    void addSession(Navigator navigator) {
        Consumer<Place> on = navigator.fromHere();
        ClassSheet now = sheet().get().orElseThrow();
        workplace.ask(node -> SessionSchedule.another(node.freshId(), now.course().orElseThrow(), now.sessions().isEmpty() ? Optional.empty()
                : node.entry(scope, now.sessions().getLast().id()), workplace.today()), draft -> acts.save(List.of(draft), () -> {
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
        sheet().get().ifPresent(s -> s.course().ifPresent(course -> {
            Texts texts = Texts.of(workplace.settings().get().lang());
            ResultList paper = new ClassPapers(texts, workplace.today()).results(course, s, List.copyOf(learners().shown()));
            PaperFile.save(workplace, "classes.print.results", texts.get("classes.file.results", Value.Day.of(workplace.today()).toString()),
                    course.scope(), Disclosure.ListKind.RESULTS, learners().shown().stream().map(Learner::person).filter(PersonLine::onPaper).map(PersonLine::id).toList(),
                    (papers, file) -> papers.write(paper, file));
        }));
    }
}
