package vn.banso.register.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Linked.How;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** What stands around an entry once everything that is saved with it is there too. For one save: what it has read it does not read again. */
final class SavedTogether implements Surroundings {
    private static final Field HOUSEHOLD = Catalogue.PERSON.field("household");

    private static final Field SESSION = Catalogue.ATTENDANCE.field("session");
    private static final Field PRESENCE = Catalogue.ATTENDANCE.field("presence");
    private static final int ABSENT = Codes.PRESENCE.code("absent").orElseThrow().number();

    private record Key(ScopeId scope, EntryId id) {}

    private final Surroundings before;
    private final Map<Key, Draft> drafts;
    private record Sought(ScopeId scope, EntryId id, EntryType type) {}

    private final Map<Sought, Linked> found = new HashMap<>();
    private final Map<Key, Optional<Entry>> read = new HashMap<>();
    private Optional<Map<Key, List<Entry>>> written = Optional.empty();
    private Optional<Map<Key, List<Draft>>> ticked = Optional.empty();

    SavedTogether(Surroundings before, Collection<Draft> drafts) {
        this.before = before;
        this.drafts = drafts.stream().collect(Collectors.toMap(d -> new Key(d.scope(), d.id()), d -> d, (_, last) -> last));
    }

    @Override
    public Optional<Entry> entry(ScopeId scope, EntryId id) {
        return read.computeIfAbsent(new Key(scope, id), key -> {
            Optional<Entry> stands = before.entry(scope, id);
            return Optional.ofNullable(drafts.get(key)).map(d -> d.over(stands)).or(() -> stands);
        });
    }

    @Override
    public List<Entry> members(ScopeId scope, EntryId household) {
        List<Entry> members = new ArrayList<>(before.members(scope, household));
        members.removeIf(m -> drafts.containsKey(new Key(scope, m.id())));
        members.addAll(written().getOrDefault(new Key(scope, household), List.of()));
        return members;
    }

    @Override
    public Linked linked(ScopeId scope, EntryId id, EntryType type) {
        Linked stands = found.computeIfAbsent(new Sought(scope, id, type), _ -> before.linked(scope, id, type));
        Draft draft = drafts.get(new Key(scope, id));
        boolean isNew = stands.how() == How.ABSENT || stands.how() == How.ELSEWHERE;
        return draft == null || !isNew ? stands : draft.type() == type ? Linked.of(How.LIVE) : Linked.other(draft.type());
    }

    @Override
    public Inhabitants inhabitants(ScopeId scope, EntryId village) {
        return before.inhabitants(scope, village);
    }

    @Override
    public long came(ScopeId scope, EntryId session, EntryId asking) {
        List<Draft> ticks = ticks().getOrDefault(new Key(scope, session), List.of());
        boolean another = !asking.equals(session) && ticks.stream().map(Draft::id).min(Comparator.naturalOrder()).filter(first -> !first.equals(asking)).isPresent();
        return another ? 0 : before.came(scope, session, asking)
                + ticks.stream().mapToInt(d -> came(entry(scope, d.id())) - came(before.entry(scope, d.id()))).sum();
    }

    private static int came(Optional<Entry> tick) {
        return tick.map(t -> t.code(PRESENCE)).filter(p -> p != 0 && p != ABSENT).isPresent() ? 1 : 0;
    }

    /** The attendances among the drafts, by their sessions. */
    private Map<Key, List<Draft>> ticks() {
        if (ticked.isEmpty()) {
            ticked = Optional.of(drafts.values().stream().filter(d -> d.type() == Catalogue.ATTENDANCE && d.fields().get(SESSION.id()) instanceof Value.Ref)
                    .collect(Collectors.groupingBy(d -> new Key(d.scope(), ((Value.Ref) d.fields().get(SESSION.id())).entry()))));
        }
        return ticked.get();
    }

    /** The people among the drafts, by their households. */
    private Map<Key, List<Entry>> written() {
        if (written.isEmpty()) {
            Map<Key, List<Entry>> people = new HashMap<>();
            drafts.values().stream().filter(d -> d.type() == Catalogue.PERSON).flatMap(d -> entry(d.scope(), d.id()).stream())
                    .forEach(p -> p.ref(HOUSEHOLD).ifPresent(in -> people.computeIfAbsent(new Key(p.scope(), in), _ -> new ArrayList<>()).add(p)));
            written = Optional.of(people);
        }
        return written.get();
    }
}
