package vn.banso.store.training;

import static vn.banso.register.catalogue.Catalogue.CLASS;
import static vn.banso.register.catalogue.Catalogue.SESSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * The sessions of a class that is being planned: the first one, and the others like it.
 *
 * @param days from one to the next
 */
public record SessionSchedule(Draft first, int count, int days) {
    private static final int MOST = 60;
    private static final int WEEK = 7;
    /** What the sessions of a class take over from its plan. */
    private static final List<String> HANDED_DOWN = List.of("village", "level", "audience", "campaign", "skills", "trainers", "partner",
            "planned_people");

    /** As many as the plan of the class says, and like it. */
    public static SessionSchedule of(Draft course, Draft first, int days) {
        Draft like = handedDown(first.with("class", new Value.Ref(course.id())), course::value, CLASS::field, HANDED_DOWN);
        return new SessionSchedule(like, course.value(CLASS.field("planned_sessions")).map(v -> (int) ((Value.Whole) v).number()).orElse(1), days);
    }

    /** @param ids gives every session its own */
    public List<Draft> sessions(Supplier<EntryId> ids) {
        Value.Day start = (Value.Day) first.value(SESSION.field("date")).orElseThrow();
        LocalDate from = LocalDate.of(start.year(), Math.max(1, start.month()), Math.max(1, start.day()));
        return IntStream.range(0, Math.clamp(count, 0, MOST)).mapToObj(i -> new Draft(first.type(), first.scope(), ids.get(), first.fields())
                .with("date", Value.Day.of(from.plusDays((long) i * days)))).toList();
    }

    /** One session more of a class, like the last one and a week after it. */
    public static Draft another(EntryId id, Entry course, Optional<Entry> last, LocalDate today) {
        LocalDate day = last.flatMap(s -> s.day(SESSION.field("date"))).filter(d -> d.day() > 0)
                .map(d -> LocalDate.of(d.year(), d.month(), d.day()).plusDays(WEEK)).orElse(today);
        Draft draft = handedDown(Draft.of(SESSION, course.scope(), id).with("kind", Codes.SESSION_KIND.code("class").orElseThrow())
                .with("class", new Value.Ref(course.id())).with("date", Value.Day.of(day)), course::value, CLASS::field, HANDED_DOWN);
        return last.map(s -> handedDown(draft, s::value, SESSION::field, List.of("start", "minutes", "place"))).orElse(draft);
    }

    private static Draft handedDown(Draft session, Function<Field, Optional<Value>> from, Function<String, Field> field, List<String> keys) {
        return keys.stream().reduce(session, (draft, key) -> from.apply(field.apply(key)).map(v -> draft.with(key, v)).orElse(draft), (_, b) -> b);
    }
}
