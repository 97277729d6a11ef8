package vn.banso.desktop.classes;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.desktop.kit.Workplace;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.OpenForm;
import vn.banso.desktop.saving.SaveState;
import vn.banso.ledger.Kind;
import vn.banso.office.ClassPapers;
import vn.banso.office.SignInSheet;
import vn.banso.register.Catalogue;
import vn.banso.register.Codes;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.Finding;
import vn.banso.register.ScopeId;
import vn.banso.register.Texts;
import vn.banso.register.Validation;
import vn.banso.register.Value;
import vn.banso.store.FormDraft;
import vn.banso.store.training.SessionSheet;
import vn.banso.store.training.SessionStatus;
import vn.banso.store.training.TrainingReader;

/** One session: when and where, what became of it, who came and what they can do. Written as one goes; a new one by one act. */
final class SessionModel {
    private static final EntryType SESSION = Catalogue.SESSION;

    /** What the page is about. Texts: {@code classes.part.<name>}. */
    enum Part { ATTENDANCE, TALLY, CONTENT, ASSESSMENT, PLAN }

    private final Workplace workplace;
    private final ScopeId scope;
    private final EntryId id;
    private final ActQueue acts;
    private final AttendanceModel attendance;
    private final NameSearch search;
    private final LearnersModel learners;
    private final ReadOnlyObjectWrapper<Optional<SessionSheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EntryModel>> form = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LeftOff>> leftOff = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final OpenForm open = new OpenForm();
    private final SessionOutcome outcome;
    private final SimpleBooleanProperty reading = new SimpleBooleanProperty();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ATTENDANCE);
    private final BooleanProperty isNew = new SimpleBooleanProperty();
    /** From the act that writes a new one until it has been read from the register: only then it is said to be there. */
    private boolean creating;

    /** @param id of a session; where nothing is written of it yet, one that stands alone is planned */
    SessionModel(Workplace workplace, ScopeId scope, EntryId id) {
        this.workplace = workplace;
        this.scope = scope;
        this.id = id;
        this.acts = new ActQueue(workplace);
        this.outcome = new SessionOutcome(workplace, form, this::attendance, () -> mayWrite() && !isNew.get());
        this.attendance = new AttendanceModel(workplace, acts, scope, id, outcome::someoneCame);
        this.search = new NameSearch(workplace, scope, attendance);
        this.learners = new LearnersModel(workplace, acts, scope, id, Optional.of(id), this::open);
        // Those who can be assessed are those who have been ticked by now.
        part.subscribe((_, now) -> {
            if (now == Part.ASSESSMENT) {
                open();
            }
        });
    }

    /** Reads it, for the first time or again. */
    public void open() {
        reading.set(true);
        reread();
    }

    /** Reads it while it is looked at: what stands there stays until it is known better. */
    void reread() {
        record Answer(SessionSheet sheet, Optional<FormDraft> draft, Optional<LeftOff> other) {}
        acts.read(node -> new Answer(new TrainingReader(node, scope, workplace.today()).session(id), node.drafts().form(scope, id),
                LeftOff.of(node, scope, SESSION, id, "place")), answer -> {
                    leftOff.set(answer.other());
                    show(answer.sheet(), answer.draft());
                });
    }

    private void show(SessionSheet read, Optional<FormDraft> draft) {
        sheet.set(Optional.of(read));
        if (creating && read.session().isPresent()) {
            creating = false;
            part.set(Part.ATTENDANCE);
        }
        isNew.set(read.session().isEmpty());
        if (form.get().filter(f -> f.isDirty() || Entry.saySame(f.before(), read.session())).isEmpty()) {
            fill(read.session(), draft);
        }
        outcome.judge();
        attendance.show(read);
        learners.show(read.present(), skills(), read.underWay());
        learners.resume(() -> part.set(Part.ASSESSMENT));
        reading.set(false);
    }

    /** Whether what stands there is still to be read again. */
    ReadOnlyBooleanProperty reading() {
        return reading;
    }

    private void fill(Optional<Entry> session, Optional<FormDraft> draft) {
        EntryModel fresh = new EntryModel(SESSION, scope, id, session, () -> Validation.Context.on(workplace.today()));
        if (session.isEmpty()) {
            fresh.commit(SESSION.field("kind"), Codes.SESSION_KIND.code("home_guidance").orElseThrow());
            fresh.commit(SESSION.field("date"), Value.Day.of(workplace.today()));
            part.set(Part.PLAN);
        }
        fresh.edits().addListener(_ -> outcome.edited());
        AutoSave saving = new AutoSave(workplace, fresh);
        draft.ifPresent(saving::restore);
        open.open(saving);
        form.set(Optional.of(fresh));
    }

    // What the page shows.

    /** Another new session that was left half-written. */
    ReadOnlyObjectProperty<Optional<LeftOff>> leftOff() {
        return leftOff.getReadOnlyProperty();
    }

    Workplace workplace() {
        return workplace;
    }

    /** How far the saving of its own fields has come. */
    ReadOnlyObjectProperty<SaveState> state() {
        return open.state();
    }

    /** Why nothing could be read; empty where it could. */
    ReadOnlyObjectProperty<List<Sentence>> failing() {
        return acts.failing();
    }

    ReadOnlyObjectProperty<Optional<SessionSheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Its own fields, while they are written; empty until it was read. */
    ReadOnlyObjectProperty<Optional<EntryModel>> form() {
        return form.getReadOnlyProperty();
    }

    SessionOutcome outcome() {
        return outcome;
    }

    ReadOnlyObjectProperty<SessionStatus> phase() {
        return outcome.phase();
    }

    ObjectProperty<Part> part() {
        return part;
    }

    /** Whether nothing of it is written down yet. */
    BooleanProperty isNew() {
        return isNew;
    }

    AttendanceModel attendance() {
        return attendance;
    }

    NameSearch search() {
        return search;
    }

    LearnersModel learners() {
        return learners;
    }

    ScopeId scope() {
        return scope;
    }

    /** Sessions are trainers' work; others see them, and may tick who came. */
    boolean mayWrite() {
        return workplace.mayWrite(SESSION, Kind.SET);
    }

    /** What it is about, by its own plan and that of its class. */
    private SortedSet<String> skills() {
        SortedSet<String> skills = new TreeSet<>();
        sheet.get().ifPresent(s -> {
            s.session().ifPresent(e -> skills.addAll(items(e, SESSION.field("skills"))));
            s.course().ifPresent(e -> skills.addAll(items(e, Catalogue.CLASS.field("skills"))));
        });
        return skills;
    }

    static SortedSet<String> items(Entry entry, Field field) {
        return entry.value(field).filter(Value.Items.class::isInstance).map(v -> ((Value.Items) v).items())
                .orElse(Collections.emptySortedSet());
    }

    // What people do.

    /** Writes down without waiting what can be; what cannot yet is kept as a draft. */
    void keep() {
        open.saving().filter(_ -> !creating).ifPresent(AutoSave::now);
    }

    /** Writes a new session down; false where something is missing, which then stands at its field. */
    boolean create() {
        if (creating) {
            open();
            return true;
        }
        EntryModel f = form.get().orElseThrow();
        List<Finding> blocked = f.blocked();
        if (!blocked.isEmpty()) {
            acts.blocked(blocked);
            return false;
        }
        creating = true;
        Draft draft = f.draft();
        open.saving().orElseThrow().save(List.of(f), _ -> List.of(draft), this::open, () -> creating = false);
        return true;
    }

    /** It took place. */
    void hold() {
        become(SessionStatus.HELD);
    }

    /** It did not happen; why stands among the problems of the session. */
    void didNotHappen() {
        become(SessionStatus.NOT_HELD);
    }

    /** Says what became of it; kept after a moment, so that walking over the choices writes only the last. */
    void become(SessionStatus next) {
        outcome.become(next);
    }

    /** @param emptyRows after those on the list */
    void print(List<Tick> people, int emptyRows) {
        sheet.get().ifPresent(s -> form.get().map(f -> f.draft().over(f.before()))
                .ifPresent(session -> {
                    Texts texts = Texts.of(workplace.settings().get().lang());
                    SignInSheet paper = new ClassPapers(texts, workplace.today()).signIn(session, s, people.stream().map(Tick::mark).toList(), emptyRows);
                    String day = session.day(SESSION.field("date")).map(Value.Day::toString).orElse("");
                    PaperFile.save(workplace, "classes.print.sign_in", texts.get("classes.file.sign_in", day), (papers, file) -> papers.write(paper, file));
                }));
    }

    /** Whom its printed list is about, in the order of the list. */
    List<Tick> listed() {
        return attendance.onPaper();
    }

    /** Keeps what was typed; before one goes elsewhere. A new one stays a draft, and is there again as it was. */
    public void leave() {
        learners.leave();
        open.leave();
        form.set(Optional.empty());
    }
}
