package vn.banso.desktop.classes;

import static vn.banso.register.Catalogue.ATTENDANCE;
import static vn.banso.register.Catalogue.CLASS;
import static vn.banso.register.Catalogue.PRACTICE;
import static vn.banso.register.Catalogue.SESSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.Catalogue;
import vn.banso.register.Codes;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;
import vn.banso.store.Node;

/** What the pages of classes show, read in one go and only in the background. */
final class Reading {
    private static final Field COURSE = SESSION.field("class");
    private static final Field PERSON = ATTENDANCE.field("person");
    private static final Field PRESENCE = ATTENDANCE.field("presence");
    private static final Field DONE = PRACTICE.field("done");
    private static final int PRESENT = Codes.PRESENCE.code("present").orElseThrow().number();
    private static final int LATE = Codes.PRESENCE.code("late").orElseThrow().number();

    private final Shelf shelf;
    private final LocalDate today;

    Reading(Node node, ScopeId scope, LocalDate today) {
        this.shelf = new Shelf(node, scope);
        this.today = today;
    }

    static boolean came(int presence) {
        return presence == PRESENT || presence == LATE;
    }

    // The list of classes.

    /** All sessions of the commune, the newest first. */
    List<SessionLine> sessions() {
        Map<EntryId, Entry> courses = shelf.all(CLASS).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        Map<EntryId, Long> came = shelf.all(ATTENDANCE).stream().filter(a -> came(a.code(PRESENCE)))
                .flatMap(a -> a.ref(ATTENDANCE.field("session")).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return shelf.all(SESSION).stream()
                .map(s -> line(s, s.ref(COURSE).map(courses::get), Optional.ofNullable(came.get(s.id()))))
                .sorted(Comparator.comparing(SessionLine::day).reversed().thenComparing(SessionLine::id)).toList();
    }

    /** All classes of the commune with these sessions, the latest first. */
    List<ClassLine> classes(List<SessionLine> sessions) {
        Map<EntryId, List<SessionLine>> of = sessions.reversed().stream().filter(s -> s.course().isPresent())
                .collect(Collectors.groupingBy(s -> s.course().orElseThrow()));
        return shelf.all(CLASS).stream().map(c -> new ClassLine(shelf.scope(), c.id(), name(c),
                        shelf.village(c.ref(CLASS.field("village"))), c.code(CLASS.field("level")), c.day(CLASS.field("starts")),
                        c.whole(CLASS.field("planned_sessions")), of.getOrDefault(c.id(), List.of())))
                .sorted(Comparator.comparing(ClassLine::day).reversed().thenComparing(ClassLine::id)).toList();
    }

    static String name(Entry course) {
        return course.text(CLASS.field("name")).orElse("");
    }

    private SessionLine line(Entry s, Optional<Entry> course, Optional<Long> came) {
        return new SessionLine(shelf.scope(), s.id(), course.map(Entry::id), course.map(Reading::name).orElse(""),
                s.code(SESSION.field("kind")), s.day(SESSION.field("date")), s.whole(SESSION.field("start")),
                s.text(SESSION.field("place")).orElse(""), shelf.village(s.ref(SESSION.field("village"))), Phase.of(s, today),
                came.or(() -> s.whole(SESSION.field("tally_total"))));
    }

    // One class.

    CourseSheet course(EntryId id) {
        Optional<Entry> course = shelf.entry(CLASS, id);
        List<Entry> sessions = sessionsOf(id);
        List<Entry> attendance = shelf.linking(ATTENDANCE, "session", ids(sessions));
        Map<EntryId, Long> came = attendance.stream().filter(a -> came(a.code(PRESENCE)))
                .collect(Collectors.groupingBy(a -> a.ref(ATTENDANCE.field("session")).orElseThrow(), Collectors.counting()));
        List<SessionLine> lines = sessions.stream().map(s -> line(s, course, Optional.ofNullable(came.get(s.id())))).toList();
        Stream<EntryId> assessed = shelf.linking(Catalogue.ASSESSMENT, "session", ids(sessions)).stream()
                .flatMap(a -> a.ref(Catalogue.ASSESSMENT.field("person")).stream());
        Set<EntryId> people = Stream.concat(attendance.stream().filter(a -> came(a.code(PRESENCE))).flatMap(a -> a.ref(PERSON).stream()), assessed)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new CourseSheet(course, lines, new Learners(shelf, today).of(Optional.of(id), faces(people)), underWay(course, sessions),
                shelf.villages());
    }

    /** Whether some session still waits for its day or for its list, or the plan has more of them than are written down. */
    private boolean underWay(Optional<Entry> course, List<Entry> sessions) {
        return sessions.stream().map(s -> Phase.of(s, today)).anyMatch(p -> p == Phase.PLANNED || p == Phase.DUE)
                || course.flatMap(c -> c.whole(CLASS.field("planned_sessions"))).filter(n -> n > sessions.size()).isPresent();
    }

    private List<Entry> sessionsOf(EntryId course) {
        return shelf.linking(SESSION, "class", List.of(course)).stream()
                .sorted(Comparator.comparing((Entry s) -> s.day(SESSION.field("date")).map(Value.Day::number).orElse(0))
                        .thenComparing(s -> s.whole(SESSION.field("start")).orElse(0L)).thenComparing(Entry::id)).toList();
    }

    private List<Face> faces(Collection<EntryId> people) {
        return Shelf.sorted(people.stream().flatMap(p -> shelf.face(p).stream()));
    }

    // One session.

    SessionSheet session(EntryId id) {
        Optional<Entry> session = shelf.entry(SESSION, id);
        Optional<Entry> course = session.flatMap(s -> s.ref(COURSE)).flatMap(c -> shelf.entry(CLASS, c));
        List<Entry> ofClass = course.map(c -> sessionsOf(c.id())).orElse(List.of());
        List<SessionSheet.Mark> marks = marks(id);
        List<Face> present = marks.stream().filter(m -> came(m.presence())).map(SessionSheet.Mark::face).toList();
        List<Face> learners = faces(shelf.linking(ATTENDANCE, "session", ids(ofClass)).stream()
                .filter(a -> came(a.code(PRESENCE)) && a.ref(ATTENDANCE.field("session")).filter(id::equals).isEmpty())
                .flatMap(a -> a.ref(PERSON).stream()).collect(Collectors.toCollection(LinkedHashSet::new)));
        int number = (int) ofClass.stream().takeWhile(s -> !s.id().equals(id)).count() + (ofClass.isEmpty() ? 0 : 1);
        return new SessionSheet(session, course, number, ofClass.size(), learners,
                session.map(s -> roll(s, course)).orElse(List.of()), marks,
                new Learners(shelf, today).of(course.map(Entry::id), Shelf.sorted(present.stream())), underWay(course, ofClass),
                shelf.villages());
    }

    /** What is written of the session, in the order in which it was; two rows of what is one person are one. */
    private List<SessionSheet.Mark> marks(EntryId session) {
        Map<EntryId, Integer> presence = new LinkedHashMap<>();
        Map<EntryId, Integer> practised = new LinkedHashMap<>();
        shelf.linking(ATTENDANCE, "session", List.of(session)).forEach(a -> a.ref(PERSON)
                .ifPresent(p -> presence.merge(p, a.code(PRESENCE), (x, y) -> came(x) ? x : y)));
        shelf.linking(PRACTICE, "session", List.of(session)).forEach(p -> p.ref(PRACTICE.field("person"))
                .ifPresent(who -> practised.merge(who, p.code(DONE), Math::min)));
        Set<EntryId> all = new LinkedHashSet<>(presence.keySet());
        all.addAll(practised.keySet());
        return all.stream().flatMap(p -> shelf.face(p).stream()
                .map(f -> new SessionSheet.Mark(f, presence.getOrDefault(p, 0), practised.getOrDefault(p, 0)))).toList();
    }

    private List<Face> roll(Entry session, Optional<Entry> course) {
        Set<EntryId> villages = new LinkedHashSet<>();
        session.ref(SESSION.field("village")).or(() -> course.flatMap(c -> c.ref(CLASS.field("village")))).ifPresent(villages::add);
        if (session.fields().get(SESSION.field("villages").id()) instanceof Value.Items more) {
            more.items().stream().filter(i -> i.matches("[0-9a-f]{32}")).map(EntryId::parse).forEach(villages::add);
        }
        return shelf.roll(villages).stream().filter(f -> f.mayLearn(today)).toList();
    }

    private static List<EntryId> ids(List<Entry> entries) {
        return new ArrayList<>(entries.stream().map(Entry::id).toList());
    }
}
