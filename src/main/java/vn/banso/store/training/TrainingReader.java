package vn.banso.store.training;

import static vn.banso.register.catalogue.Catalogue.ASSESSMENT;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.CLASS;
import static vn.banso.register.catalogue.Catalogue.PRACTICE;
import static vn.banso.register.catalogue.Catalogue.SESSION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.register.PersonLine;
import vn.banso.store.register.RegisterQuery;
import vn.banso.store.register.RegisterReader;

/** Classes and sessions of one commune with all that belongs to them; for one reading in the background. */
public final class TrainingReader {
    private static final Field COURSE = SESSION.field("class");
    private static final Field PRESENCE = ATTENDANCE.field("presence");
    private static final Field DONE = PRACTICE.field("done");
    private static final String CAME = " AND v.presence IN (" + Attendance.PRESENT + ", " + Attendance.LATE + ")";

    private final RegisterQuery query;
    private final RegisterReader people;
    private final LocalDate today;

    public TrainingReader(Node node, ScopeId scope, LocalDate today) {
        this.query = new RegisterQuery(node, scope);
        this.people = new RegisterReader(query);
        this.today = today;
    }

    // The list of classes.

    /** All sessions of the commune, the newest first. */
    public List<SessionLine> sessions() {
        return query.together(() -> {
            Map<EntryId, Entry> courses = query.all(CLASS).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
            Map<EntryId, Long> came = counts("v_attendance v WHERE v.scope = ?1");
            return query.all(SESSION).stream().map(s -> line(s, s.ref(COURSE).map(courses::get), came))
                    .sorted(Comparator.comparing(SessionLine::day).reversed().thenComparing(SessionLine::id)).toList();
        });
    }

    /** All classes of the commune with these sessions, the latest first. */
    public List<ClassLine> classes(List<SessionLine> sessions) {
        Map<EntryId, List<SessionLine>> of = sessions.reversed().stream().filter(s -> s.course().isPresent())
                .collect(Collectors.groupingBy(s -> s.course().orElseThrow()));
        return query.all(CLASS).stream().map(c -> new ClassLine(query.scope(), c.id(), name(c),
                        people.village(c.ref(CLASS.field("village"))), c.code(CLASS.field("level")), c.day(CLASS.field("starts")),
                        c.whole(CLASS.field("planned_sessions")), of.getOrDefault(c.id(), List.of())))
                .sorted(Comparator.comparing(ClassLine::day).reversed().thenComparing(ClassLine::id)).toList();
    }

    /** What a class is called. */
    public static String name(Entry course) {
        return course.text(CLASS.field("name")).orElse("");
    }

    private SessionLine line(Entry s, Optional<Entry> course, Map<EntryId, Long> came) {
        return new SessionLine(query.scope(), s.id(), course.map(Entry::id), course.map(TrainingReader::name).orElse(""),
                s.code(SESSION.field("kind")), s.day(SESSION.field("date")), s.whole(SESSION.field("start")),
                s.text(SESSION.field("place")).orElse(""), people.village(s.ref(SESSION.field("village"))), SessionStatus.of(s, today),
                Optional.ofNullable(came.get(s.id())).or(() -> s.whole(SESSION.field("tally_total"))));
    }

    private Map<EntryId, Long> counts(String attendance) {
        record Count(EntryId session, long people) {}
        return query.rows("SELECT v.session, count(DISTINCT v.person) FROM " + attendance + CAME + " AND v.session IS NOT NULL GROUP BY v.session",
                row -> new Count(row.entry(1), row.number(2))).stream().collect(Collectors.toMap(Count::session, Count::people));
    }

    // One class.

    public ClassSheet course(EntryId id) {
        return query.together(() -> {
            Optional<Entry> course = entry(CLASS, id);
            List<Entry> sessions = sessionsOf(id);
            Map<EntryId, Long> came = counts(attendance(ids(sessions)));
            List<SessionLine> lines = sessions.stream().map(s -> line(s, course, came)).toList();
            Set<EntryId> learners = new LinkedHashSet<>(cameTo(ids(sessions)));
            query.linking(ASSESSMENT, "session", ids(sessions)).forEach(a -> a.ref(ASSESSMENT.field("person")).ifPresent(learners::add));
            return new ClassSheet(course, lines, new Learners(query, today).of(Optional.of(id), sessions, people.people(learners)),
                    isUnderWay(course, sessions), people.villages());
        });
    }

    /** Whether some session still waits for its day or for its list, or the plan has more of them than are written down. */
    private boolean isUnderWay(Optional<Entry> course, List<Entry> sessions) {
        return sessions.stream().map(s -> SessionStatus.of(s, today)).anyMatch(p -> p == SessionStatus.PLANNED || p == SessionStatus.DUE)
                || course.flatMap(c -> c.whole(CLASS.field("planned_sessions"))).filter(n -> n > sessions.size()).isPresent();
    }

    private Optional<Entry> entry(EntryType type, EntryId id) {
        return query.entries(type, List.of(id)).stream().findFirst();
    }

    private List<Entry> sessionsOf(EntryId course) {
        return query.linking(SESSION, "class", List.of(course)).stream()
                .sorted(Comparator.comparing((Entry s) -> s.day(SESSION.field("date")).map(Value.Day::number).orElse(0))
                        .thenComparing(s -> s.whole(SESSION.field("start")).orElse(0L)).thenComparing(Entry::id)).toList();
    }

    private String attendance(Collection<EntryId> sessions) {
        return "r_attendance r JOIN v_attendance v ON v.scope = r.scope AND v.id = r.id WHERE r.scope = ?1 AND r.session IN "
                + RegisterQuery.list(query.names(sessions));
    }

    private List<EntryId> cameTo(Collection<EntryId> sessions) {
        return query.rows("SELECT DISTINCT v.person FROM " + attendance(sessions) + CAME + " AND v.person IS NOT NULL", row -> row.entry(1));
    }

    // One session.

    public SessionSheet session(EntryId id) {
        return query.together(() -> {
            Optional<Entry> session = entry(SESSION, id);
            Optional<Entry> course = session.flatMap(s -> s.ref(COURSE)).flatMap(c -> entry(CLASS, c));
            List<Entry> ofClass = course.map(c -> sessionsOf(c.id())).orElse(List.of());
            List<EntryId> others = ids(ofClass).stream().filter(s -> !s.equals(id)).toList();
            List<PersonLine> learners = others.isEmpty() ? List.of() : people.people(cameTo(others));
            List<SessionSheet.Mark> marks = marks(id);
            List<EntryId> present = marks.stream().filter(SessionSheet.Mark::came).map(m -> m.person().id()).toList();
            int number = (int) ofClass.stream().takeWhile(s -> !s.id().equals(id)).count() + (ofClass.isEmpty() ? 0 : 1);
            return new SessionSheet(session, course, number, ofClass.size(), learners, session.map(s -> roll(s, course)).orElse(List.of()), marks,
                    new Learners(query, today).of(course.map(Entry::id), ofClass, people.people(present)), isUnderWay(course, ofClass),
                    people.villages());
        });
    }

    /** What is written of the session, in the order in which it was; two rows of what is one person are one. */
    private List<SessionSheet.Mark> marks(EntryId session) {
        Map<EntryId, Integer> presence = new LinkedHashMap<>();
        Map<EntryId, Integer> practised = new LinkedHashMap<>();
        query.linking(ATTENDANCE, "session", List.of(session)).forEach(a -> a.ref(ATTENDANCE.field("person"))
                .ifPresent(p -> presence.merge(p, a.code(PRESENCE), (x, y) -> Attendance.came(x) ? x : y)));
        query.linking(PRACTICE, "session", List.of(session)).forEach(p -> p.ref(PRACTICE.field("person"))
                .ifPresent(who -> practised.merge(who, p.code(DONE), Math::min)));
        Set<EntryId> all = new LinkedHashSet<>(presence.keySet());
        all.addAll(practised.keySet());
        Map<EntryId, PersonLine> lines = new HashMap<>();
        people.people(all).forEach(line -> lines.put(line.id(), line));
        return all.stream().flatMap(p -> Stream.ofNullable(lines.get(p)))
                .map(line -> new SessionSheet.Mark(line, presence.getOrDefault(line.id(), 0), practised.getOrDefault(line.id(), 0))).toList();
    }

    private List<PersonLine> roll(Entry session, Optional<Entry> course) {
        Set<EntryId> villages = new LinkedHashSet<>();
        session.ref(SESSION.field("village")).or(() -> course.flatMap(c -> c.ref(CLASS.field("village")))).ifPresent(villages::add);
        if (session.fields().get(SESSION.field("villages").id()) instanceof Value.Items more) {
            more.items().stream().filter(i -> i.matches("[0-9a-f]{32}")).map(EntryId::parse).forEach(villages::add);
        }
        return people.residents(villages).stream().filter(p -> p.mayLearn(today)).toList();
    }

    private static List<EntryId> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }
}
