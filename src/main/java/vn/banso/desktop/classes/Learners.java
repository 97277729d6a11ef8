package vn.banso.desktop.classes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.indicators.Progress;
import vn.banso.indicators.Standing;
import vn.banso.register.Catalogue;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.Value;

/** Reads where people stand: as far as they are asked for, by the rules the indicators count by. */
final class Learners {
    private static final Field PERSON = Catalogue.ASSESSMENT.field("person");
    private static final Field DATE = Catalogue.ASSESSMENT.field("date");

    private final Shelf shelf;
    private final LocalDate today;

    Learners(Shelf shelf, LocalDate today) {
        this.shelf = shelf;
        this.today = today;
    }

    /** @param course whose progress is meant; without one, nobody has any */
    List<Learner> of(Optional<EntryId> course, List<Face> people) {
        Set<EntryId> ids = people.stream().map(Face::id).collect(Collectors.toSet());
        Map<EntryType, List<Entry>> register = new HashMap<>();
        for (EntryType type : List.of(Catalogue.ATTENDANCE, Catalogue.PRACTICE, Catalogue.ASSESSMENT, Catalogue.VNEID_CONFIRMATION)) {
            register.put(type, shelf.linking(type, "person", ids));
        }
        register.put(Catalogue.SESSION, shelf.all(Catalogue.SESSION));
        Standing standing = new Standing(type -> register.getOrDefault(type, List.of()).stream(), today);
        Map<EntryId, List<Entry>> assessments = byPerson(register.get(Catalogue.ASSESSMENT));
        Set<EntryId> held = register.get(Catalogue.SESSION).stream().filter(s -> Phase.of(s, today) == Phase.HELD).map(Entry::id)
                .collect(Collectors.toSet());
        Map<EntryId, Long> came = register.get(Catalogue.ATTENDANCE).stream()
                .filter(a -> a.ref(Catalogue.ATTENDANCE.field("session")).filter(held::contains).isPresent())
                .filter(a -> Reading.came(a.code(Catalogue.ATTENDANCE.field("presence"))))
                .collect(Collectors.groupingBy(a -> a.ref(Catalogue.ATTENDANCE.field("person")).orElseThrow(), Collectors.counting()));
        return people.stream().map(face -> new Learner(face,
                course.map(c -> standing.progress(c, face.id())).orElse(new Progress(0, 0, false)),
                assessments.getOrDefault(face.id(), List.of()), standing.assessment(face.id()), standing.confirmation(face.id()),
                came.getOrDefault(face.id(), 0L).intValue())).toList();
    }

    private static Map<EntryId, List<Entry>> byPerson(List<Entry> assessments) {
        return assessments.stream()
                .sorted(Comparator.comparing((Entry a) -> a.day(DATE).map(Value.Day::number).orElse(0)).thenComparing(Entry::id).reversed())
                .collect(Collectors.groupingBy(a -> a.ref(PERSON).orElseThrow()));
    }
}
