package vn.banso.indicators;

import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.PRACTICE;
import static vn.banso.register.catalogue.Catalogue.SESSION;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.ValueType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Whether entries of a register fulfil conditions: the plain meaning that every faster way has to match. */
final class Judgement {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Condition HELD = Condition.all(Condition.is(SESSION, "status", "held"), Condition.by(SESSION, "date"));
    private static final Condition CAME = Condition.is(ATTENDANCE, "presence", "present", "late");
    private static final Condition PRACTISED = Condition.is(PRACTICE, "done", "yes");
    private static final Field CLASS = SESSION.field("class");

    private final Links links;
    private final CountPeriod window;

    Judgement(Links links, CountPeriod window) {
        this.links = links;
        this.window = window;
    }

    boolean holds(Condition condition, Entry entry) {
        return switch (condition) {
            case Condition.Always() -> true;
            case Condition.Is(var field, var codes) -> codes.contains(entry.code(field));
            case Condition.Known(var field) -> known(field, entry);
            case Condition.By(var day) -> number(day, entry) <= window.cutOffNumber();
            case Condition.Within(var day) ->
                    number(day, entry) >= window.fromNumber() && number(day, entry) <= window.toNumber();
            case Condition.Aged(var born, var years) -> number(born, entry) <= window.cutOffNumber() - years * 10_000;
            case Condition.Not(var other) -> !holds(other, entry);
            case Condition.All(var conditions) -> conditions.stream().allMatch(c -> holds(c, entry));
            case Condition.Any(var conditions) -> conditions.stream().anyMatch(c -> holds(c, entry));
            case Condition.Of(var link, var target, var its) ->
                    links.follow(entry, link, target).filter(e -> holds(its, e)).isPresent();
            case Condition.Was(var link, var target, var its) ->
                    entry.ref(link).map(links.ever(target)::get).filter(e -> holds(its, e)).isPresent();
            case Condition.Includes(var field, var choice) ->
                    entry.value(field).filter(v -> v instanceof Value.Items i && i.items().contains(choice)).isPresent();
            case Condition.Has(var type, var link, var its) ->
                    links.linkingTo(entry.id(), type, link).stream().anyMatch(e -> holds(its, e));
            case Condition.Latest latest -> latest(latest, entry);
            case Condition.First first -> entry.ref(first.link()).flatMap(to -> first(first, to)).filter(e -> e.id().equals(entry.id())).isPresent();
            case Condition.Completed(var percent) -> completed(percent, entry.id());
        };
    }

    private static boolean known(Field field, Entry entry) {
        if (field.type() == ValueType.CODE) {
            int code = entry.code(field);
            return code != CodeList.NOT_ASKED && code != CodeList.REFUSED;
        }
        return entry.value(field).isPresent();
    }

    private static int number(Field day, Entry entry) {
        return entry.day(day).map(Value.Day::number).orElse(NEVER);
    }

    private boolean latest(Condition.Latest latest, Entry entry) {
        return latestOf(latest, entry.id()).filter(e -> holds(latest.its(), e)).isPresent();
    }

    private Optional<Entry> first(Condition.First first, EntryId to) {
        return links.linkingTo(to, first.type(), first.link()).stream().filter(e -> holds(first.counts(), e))
                .min(Comparator.comparing((Entry e) -> !holds(first.preferred(), e)).thenComparing(Entry::id));
    }

    /** Among the entries that link here and count, that of the latest day. */
    Optional<Entry> latestOf(Condition.Latest latest, EntryId id) {
        return links.linkingTo(id, latest.type(), latest.link()).stream().filter(e -> holds(latest.counts(), e))
                .max(Comparator.comparing((Entry e) -> number(latest.day(), e)).thenComparing(better(latest)).thenComparing(Entry::id));
    }

    private Comparator<Entry> better(Condition.Latest latest) {
        Comparator<Entry> by = (_, _) -> 0;
        for (Condition condition : latest.better()) {
            by = by.thenComparing(e -> holds(condition, e));
        }
        return by;
    }

    private boolean completed(int percent, EntryId person) {
        return classes(sessions(PRACTICE, person, PRACTISED)).stream().anyMatch(c -> progress(c, person).completed(percent));
    }

    /** What the person has done of the class by the cut-off. */
    ClassProgress progress(EntryId course, EntryId person) {
        List<Entry> held = links.linkingTo(course, SESSION, CLASS).stream().filter(s -> holds(HELD, s)).toList();
        return new ClassProgress(held.size(), in(course, sessions(ATTENDANCE, person, CAME)),
                in(course, sessions(PRACTICE, person, PRACTISED)) > 0);
    }

    private static int in(EntryId course, List<Entry> sessions) {
        return (int) sessions.stream().filter(s -> s.ref(CLASS).filter(course::equals).isPresent()).count();
    }

    /** The sessions held, each once, at which the person has such a row. */
    private List<Entry> sessions(EntryType rows, EntryId person, Condition like) {
        return links.linkingTo(person, rows, rows.field("person")).stream().filter(r -> holds(like, r))
                .flatMap(r -> links.follow(r, rows.field("session"), SESSION).stream()).filter(s -> holds(HELD, s))
                .distinct().toList();
    }

    private static Set<EntryId> classes(List<Entry> sessions) {
        Set<EntryId> classes = new HashSet<>();
        sessions.forEach(s -> s.ref(CLASS).ifPresent(classes::add));
        return classes;
    }
}
