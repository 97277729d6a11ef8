package vn.banso.store.training;

import static vn.banso.register.catalogue.Catalogue.ASSESSMENT;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.PRACTICE;
import static vn.banso.register.catalogue.Catalogue.SESSION;
import static vn.banso.register.catalogue.Catalogue.VNEID_CONFIRMATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.indicators.ClassProgress;
import vn.banso.indicators.LearnerStatus;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.register.PersonLine;
import vn.banso.store.register.RegisterQuery;

/** Reads where people stand: as far as they are asked for, by the rules the indicators count by. */
final class Learners {
    private static final Field PERSON = ASSESSMENT.field("person");
    private static final Field DATE = ASSESSMENT.field("date");
    private static final Field PRESENCE = ATTENDANCE.field("presence");

    private final RegisterQuery query;
    private final LocalDate today;

    Learners(RegisterQuery query, LocalDate today) {
        this.query = query;
        this.today = today;
    }

    /**
     * @param course whose progress is meant; without one, nobody has any
     * @param ofClass the sessions of that class
     */
    List<Learner> of(Optional<EntryId> course, List<Entry> ofClass, List<PersonLine> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Set<EntryId> ids = people.stream().map(PersonLine::id).collect(Collectors.toSet());
        Map<EntryType, List<Entry>> register = new HashMap<>();
        for (EntryType type : List.of(ATTENDANCE, PRACTICE, ASSESSMENT, VNEID_CONFIRMATION)) {
            register.put(type, query.linking(type, "person", ids));
        }
        register.put(SESSION, sessions(ofClass, register.get(ATTENDANCE)));
        LearnerStatus standing = new LearnerStatus(type -> register.getOrDefault(type, List.of()).stream(), today);
        Map<EntryId, List<Entry>> assessments = byPerson(register.get(ASSESSMENT));
        Map<EntryId, Integer> came = came(register);
        return people.stream().map(person -> new Learner(person,
                course.map(c -> standing.progress(c, person.id())).orElse(new ClassProgress(0, 0, false)),
                assessments.getOrDefault(person.id(), List.of()), standing.assessment(person.id()), standing.confirmation(person.id()),
                came.getOrDefault(person.id(), 0))).toList();
    }

    /** Those of the class, and the others they came to. */
    private List<Entry> sessions(List<Entry> ofClass, List<Entry> attendance) {
        Set<EntryId> others = attended(attendance);
        ofClass.forEach(s -> others.remove(s.id()));
        List<Entry> all = new ArrayList<>(ofClass);
        all.addAll(query.entries(SESSION, others));
        return all;
    }

    private static Set<EntryId> attended(List<Entry> attendance) {
        return attendance.stream().flatMap(a -> a.ref(ATTENDANCE.field("session")).stream()).collect(Collectors.toCollection(HashSet::new));
    }

    /** How many held sessions of any class each of them came to. */
    private Map<EntryId, Integer> came(Map<EntryType, List<Entry>> register) {
        Set<EntryId> held = register.get(SESSION).stream().filter(s -> SessionStatus.of(s, today) == SessionStatus.HELD).map(Entry::id)
                .collect(Collectors.toSet());
        return register.get(ATTENDANCE).stream().filter(a -> a.ref(ATTENDANCE.field("session")).filter(held::contains).isPresent())
                .filter(a -> Attendance.came(a.code(PRESENCE)))
                .collect(Collectors.groupingBy(a -> a.ref(ATTENDANCE.field("person")).orElseThrow(), Collectors.summingInt(_ -> 1)));
    }

    private static Map<EntryId, List<Entry>> byPerson(List<Entry> assessments) {
        return assessments.stream()
                .sorted(Comparator.comparing((Entry a) -> a.day(DATE).map(Value.Day::number).orElse(0)).thenComparing(Entry::id).reversed())
                .collect(Collectors.groupingBy(a -> a.ref(PERSON).orElseThrow()));
    }
}
