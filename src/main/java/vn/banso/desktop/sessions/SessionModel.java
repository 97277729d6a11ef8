package vn.banso.desktop.sessions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.desktop.saving.SavedForm;
import vn.banso.desktop.training.TrainingModel;
import vn.banso.office.ClassPapers;
import vn.banso.office.SignInSheet;
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
import vn.banso.store.training.SessionSheet;
import vn.banso.store.training.SessionStatus;
import vn.banso.store.training.TrainingReader;

/** One session: when and where, what became of it, who came and what they can do. Written as one goes; a new one by one act. */
public final class SessionModel extends TrainingModel<SessionSheet, SessionModel.Part> {
    private static final EntryType SESSION = Catalogue.SESSION;

    /** What the page is about. Texts: {@code classes.part.<name>}. */
    public enum Part { ATTENDANCE, TALLY, CONTENT, ASSESSMENT, PLAN }

    private final AttendanceModel attendance;
    private final NameSearch search;
    private final SessionOutcome outcome;
    private final SimpleBooleanProperty reading = new SimpleBooleanProperty();

    /** @param id of a session; where nothing is written of it yet, one that stands alone is planned */
    public SessionModel(OpenRegister workplace, ScopeId scope, EntryId id) {
        super(workplace, scope, id, SESSION, "place", Optional.of(id), Part.ATTENDANCE);
        this.outcome = new SessionOutcome(workplace, form(), this::attendance, () -> mayWrite() && !isNew().get());
        this.attendance = new AttendanceModel(workplace, acts, scope, id, outcome::someoneCame);
        this.search = new NameSearch(workplace, scope, attendance);
        // Those who can be assessed are those who have been ticked by now.
        part().subscribe((_, now) -> {
            if (now == Part.ASSESSMENT) {
                open();
            }
        });
    }

    @Override
    public void open() {
        reading.set(true);
        reread();
    }

    /** Whether what stands there is still to be read again. */
    public ReadOnlyBooleanProperty reading() {
        return reading;
    }

    @Override
    protected SessionSheet read(Node node) {
        return new TrainingReader(node, scope, workplace.today()).session(id);
    }

    @Override
    protected Optional<Entry> entry(SessionSheet read) {
        return read.session();
    }

    @Override
    protected void created() {
        part().set(Part.ATTENDANCE);
    }

    @Override
    protected void shown(SessionSheet read) {
        outcome.judge();
        attendance.show(read);
        learners().show(read.present(), skills(read), read.underWay());
        learners().resume(() -> part().set(Part.ASSESSMENT));
        reading.set(false);
    }

    @Override
    protected SavedForm form(EntryModel fresh, Map<String, String> chosen) {
        if (fresh.before().isEmpty()) {
            fresh.commit(SESSION.field("kind"), Codes.SESSION_KIND.code("home_guidance").orElseThrow());
            fresh.commit(SESSION.field("date"), Value.Day.of(workplace.today()));
            part().set(Part.PLAN);
        }
        fresh.edits().addListener(_ -> outcome.edited());
        return new EntryForm(fresh);
    }

    @Override
    protected void create(List<EntryModel> written, AutoSave saving, Runnable refused) {
        Draft draft = written.getFirst().draft();
        saving.save(written, _ -> List.of(draft), this::open, refused);
    }

    public SessionOutcome outcome() {
        return outcome;
    }

    public ReadOnlyObjectProperty<SessionStatus> phase() {
        return outcome.phase();
    }

    public AttendanceModel attendance() {
        return attendance;
    }

    public NameSearch search() {
        return search;
    }

    /** What it is about, by its own plan and that of its class. */
    private static SortedSet<String> skills(SessionSheet read) {
        SortedSet<String> skills = new TreeSet<>();
        read.session().ifPresent(e -> skills.addAll(e.items(SESSION.field("skills"))));
        read.course().ifPresent(e -> skills.addAll(e.items(Catalogue.CLASS.field("skills"))));
        return skills;
    }

    // What people do.

    /** It took place. */
    public void hold() {
        become(SessionStatus.HELD);
    }

    /** It did not happen; why stands among the problems of the session. */
    public void didNotHappen() {
        become(SessionStatus.NOT_HELD);
    }

    /** Says what became of it; kept after a moment, so that walking over the choices writes only the last. */
    public void become(SessionStatus next) {
        outcome.become(next);
    }

    /** @param emptyRows after those on the list */
    public void print(List<AttendanceRow> people, int emptyRows) {
        sheet().get().ifPresent(s -> form().get().map(f -> f.draft().over(f.before())).ifPresent(session -> {
            Texts texts = Texts.of(workplace.settings().get().lang());
            SignInSheet paper = new ClassPapers(texts, workplace.today()).signIn(session, s, people.stream().map(AttendanceRow::mark).toList(), emptyRows);
            String day = session.day(SESSION.field("date")).map(Value.Day::toString).orElse("");
            PaperFile.save(workplace, "classes.print.sign_in", texts.get("classes.file.sign_in", day), session.scope(), Disclosure.ListKind.SIGN_IN,
                    people.stream().map(row -> row.mark().person()).filter(PersonLine::onPaper).map(PersonLine::id).toList(), (papers, file) -> papers.write(paper, file));
        }));
    }

    /** Whom its printed list is about, in the order of the list. */
    public List<AttendanceRow> listed() {
        return attendance.onPaper();
    }
}
