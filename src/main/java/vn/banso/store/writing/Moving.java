package vn.banso.store.writing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.indicators.Condition;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Belonging;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.node.NodeContext;
import vn.banso.store.tables.ConditionSql;
import vn.banso.store.tables.EntryFlags;
import vn.banso.store.tables.RegisterTables;
import vn.banso.store.writing.Dependants.Dependant;
import vn.banso.store.writing.Saving.Act;

/**
 * Takes entries along to another commune: each real thing once, whatever names it had; what nobody decided stays undecided there. Links
 * to what stays behind are left out. What came from that commune goes on there as what it was, so that moving back takes a move back.
 */
final class Moving {
    private static final Field COMPLETED_ON = Catalogue.PERSON.field("completed_elsewhere");

    private static final int CROWD = 50;

    private final NodeContext in;
    private final Dependants below;
    private final Saving.Step step;
    private final ScopeId scope;
    private final ScopeId to;
    private final SequencedMap<EntryId, List<EntryState>> going = new LinkedHashMap<>();
    private final Map<EntryId, EntryId> names = new TreeMap<>();
    /** Who had completed a class here, once it was asked of many. */
    private Optional<Set<EntryId>> completers = Optional.empty();
    /** What had moved from there to here, by what it is called here. */
    private final Map<EntryId, EntryId> origins = new TreeMap<>();

    Moving(NodeContext in, Dependants below, Saving.Step step, ScopeId scope, ScopeId to) {
        this.in = in;
        this.below = below;
        this.step = step;
        this.scope = scope;
        this.to = to;
        record Key(EntryId id, int type) {}
        in.db.sql("SELECT id, type FROM entry WHERE scope = ? AND flags & " + EntryFlags.MOVED + " <> 0").put(to).list(row -> new Key(row.entry(1), row.whole(2)))
                .forEach(key -> in.entries.state(to, key.id(), key.type()).flatMap(s -> s.link(SystemField.MOVED))
                        .ifPresent(here -> origins.putIfAbsent(here, in.aliases.canonical(to, key.id()))));
    }

    /** The entry and all that belongs to it. */
    void go(EntryId canonical) {
        with(canonical);
        below.below(scope, going.get(canonical), Belonging::follows).stream().map(Dependant::state).filter(this::mayGo)
                .forEach(state -> with(state.id()));
        moveAll();
    }

    /** What was written to these, which have moved, and what belongs to them since. */
    void follow(List<EntryState> moved) {
        for (EntryState state : moved) {
            state.link(SystemField.MOVED).ifPresent(next -> names.put(state.id(), next));
        }
        below.below(scope, moved, Belonging::follows).stream().map(Dependant::state).filter(this::mayGo)
                .forEach(state -> with(state.id()));
        moved.forEach(this::late);
        moveAll();
    }

    /** All live names of one thing, and how it will be called. */
    private void with(EntryId canonical) {
        if (going.containsKey(canonical)) {
            return;
        }
        List<EntryState> states = new ArrayList<>();
        List<EntryId> all = in.aliases.namesOf(scope, canonical);
        EntryId next = all.stream().filter(origins::containsKey).findFirst().map(origins::get).orElseGet(() -> EntryId.derived("move/" + to, canonical));
        for (EntryId name : all) {
            in.entries.state(scope, name).filter(s -> (EntryFlags.of(s) & RegisterTables.HIDDEN) == 0).ifPresent(s -> {
                states.add(s);
                names.put(name, next);
            });
        }
        going.put(canonical, states);
    }

    /** What went two ways into one since it came from there is one there too, so that what was written of either there is of the one. */
    private void joinThere() {
        going.keySet().stream().filter(names::containsKey).forEach(canonical -> in.aliases.namesOf(scope, canonical).stream().flatMap(name -> Optional.ofNullable(origins.get(name)).stream())
                .distinct().filter(origin -> !origin.equals(names.get(canonical))).flatMap(origin -> in.entries.state(to, origin).stream())
                .forEach(state -> step.act(Acts.act(Kind.ALIAS, to, state, SystemField.ALIAS, new Value.Ref(names.get(canonical)), state.allBases()))));
        in.aliases.settle();
    }

    /** What this device may not take along, such as a trainer's work, stays until somebody does who may. */
    private boolean mayGo(EntryState state) {
        return step.may(moved(state, state.id())) && step.may(new Act(Kind.CREATE.number(), state.type(), to, EntryId.derived("move/" + to, state.id()),
                new TreeMap<>(), new TreeMap<>()));
    }

    private void moveAll() {
        joinThere();
        going.forEach((canonical, states) -> {
            if (!states.isEmpty()) {
                EntryState lead = states.getFirst();
                Set<Integer> open = new HashSet<>(Conflicts.of(lead));
                SortedMap<Integer, Value> fields = there(in.entries.shown(scope, lead));
                EntryId next = asOneOrAnother(lead, fields);
                completed(lead).ifPresent(day -> fields.put(COMPLETED_ON.id(), day));
                comeBack(lead.type(), next, fields);
                if (lead.type() == Catalogue.VILLAGE.id()) {
                    settle(lead, next, fields);
                }
                SortedMap<Integer, Value> settled = new TreeMap<>(fields);
                settled.keySet().removeAll(open);
                step.draft(new Draft(type(lead), to, next, settled));
                if (fields.isEmpty()) {
                    bare(lead, next);
                }
                // The one that is shown is written last, and so is shown there too.
                open.stream().filter(fields::containsKey).forEach(field -> lead.heads(field).reversed()
                        .forEach(head -> there(field, head.value()).ifPresent(value -> beside(lead, next, field, value))));
                states.forEach(state -> move(scope, state, moved(state, next)));
            }
        });
    }

    /** Two who had been one there are two since: a result that was the one's there and is the other's here is there as another one, for none is edited. */
    private EntryId asOneOrAnother(EntryState lead, SortedMap<Integer, Value> fields) {
        EntryId next = names.get(lead.id());
        while (type(lead).event() && step.edits(new Draft(type(lead), to, next, fields))) {
            next = EntryId.derived("move/" + to, next);
            origins.put(lead.id(), next);
        }
        return next;
    }

    /** A village is of the other commune now, and knows what it was; one that comes back never left. */
    private void settle(EntryState lead, EntryId next, SortedMap<Integer, Value> fields) {
        Units.find(to).ifPresent(unit -> {
            fields.put(Catalogue.VILLAGE.field("unit_list").id(), new Value.Text(unit.list()));
            fields.put(Catalogue.VILLAGE.field("commune").id(), new Value.Text(unit.code()));
        });
        int field = Catalogue.VILLAGE.field("predecessors").id();
        SortedSet<String> before = new TreeSet<>(fields.get(field) instanceof Value.Items(SortedSet<String> items) ? items : new TreeSet<>());
        if (origins.containsValue(next)) {
            before.remove(next.toString());
        } else {
            before.add(lead.id().toString());
        }
        fields.put(field, before.isEmpty() ? Value.BLANK : new Value.Items(before));
    }

    /** Nothing of it can be taken along, such as a household of which the village alone is known: it is there all the same. */
    private void bare(EntryState lead, EntryId next) {
        lead.fields().keySet().stream().filter(field -> field >= SystemField.FIRST_DECLARED).findFirst().ifPresent(field -> step.act(
                new Act(Kind.CREATE.number(), lead.type(), to, next, new TreeMap<>(Map.of(field, Value.BLANK)), new TreeMap<>())));
    }

    /** What has come from there is there again, under all its names; what was emptied since is empty, and its links to what is there hold again. */
    private void comeBack(int type, EntryId next, SortedMap<Integer, Value> fields) {
        if (!origins.containsValue(next)) {
            return;
        }
        in.entries.state(to, next, type).ifPresent(before -> in.entries.shown(to, before).fields().forEach((field, value) -> {
            if (!(value instanceof Value.Ref(EntryId linked)) || hasLeft(linked)) {
                fields.putIfAbsent(field, Value.BLANK);
            }
        }));
        in.aliases.everyName(to, next).forEach(name -> in.entries.state(to, name, type).filter(s -> s.link(SystemField.MOVED).isPresent())
                .ifPresent(s -> move(to, s, Acts.act(Kind.MOVE, to, s, SystemField.MOVED, Value.BLANK, s.bases(SystemField.MOVED)))));
    }

    /** Where somebody deleted it who did not know what others did with it, whether that holds is asked as before, and not decided by going or coming back. */
    private void move(ScopeId where, EntryState before, Act act) {
        step.act(act);
        in.entries.state(where, before.id(), before.type()).filter(now -> now.deleted() && !before.deleted())
                .ifPresent(now -> step.act(Acts.act(Kind.RESTORE, where, now, SystemField.DELETED, Value.BLANK, Collections.emptySortedSet())));
    }

    /** What was there once and is here now, such as a village: nobody belongs to it there. */
    private boolean hasLeft(EntryId linked) {
        return !names.containsValue(linked) && in.entries.state(to, linked).flatMap(s -> s.link(SystemField.MOVED)).isPresent();
    }

    /** Values that somebody wrote here after it had moved stand beside those that were written there, to be decided where they differ. */
    private void late(EntryState state) {
        Set<ChangeId> unseen = state.unseenBy(SystemField.MOVED);
        EntryId next = names.get(state.id());
        if (unseen.isEmpty() || next == null) {
            return;
        }
        Entry now = in.entries.state(to, next, state.type()).map(s -> in.entries.shown(to, s)).orElse(new Entry(state.type(), to, next, new TreeMap<>()));
        state.fields().forEach((field, known) -> known.heads().stream().filter(h -> unseen.contains(h.change()) && field >= SystemField.FIRST_DECLARED)
                .forEach(h -> there(field, h.value()).filter(v -> !v.equals(now.fields().get(field))).ifPresent(v -> beside(state, next, field, v))));
        move(scope, state, moved(state, next));
    }

    private void beside(EntryState from, EntryId next, int field, Value value) {
        step.act(new Act(Kind.SET.number(), from.type(), to, next, new TreeMap<>(Map.of(field, value)), new TreeMap<>()));
    }

    private Act moved(EntryState state, EntryId next) {
        return Acts.act(Kind.MOVE, scope, state, SystemField.MOVED, new Value.Ref(next), state.allBases());
    }

    /** The same values; links among those that move lead to their new names, others lead nowhere from there. */
    private SortedMap<Integer, Value> there(Entry entry) {
        SortedMap<Integer, Value> fields = new TreeMap<>();
        entry.fields().forEach((field, value) -> there(field, value).ifPresent(v -> fields.put(field, v)));
        return fields;
    }

    private Optional<Value> there(int field, Value value) {
        return value instanceof Value.Blank ? Optional.empty()
                : value instanceof Value.Ref(EntryId linked) ? Optional.ofNullable(names.get(linked)).map(Value.Ref::new) : Optional.of(value);
    }

    /** The day on which a person had completed a class here: there, nobody could tell any more. */
    private Optional<Value> completed(EntryState state) {
        LocalDate today = NodeOptions.today(in.clock());
        if (state.type() != Catalogue.PERSON.id() || !hasCompleted(state.id(), today)) {
            return Optional.empty();
        }
        int last = in.db.sql("SELECT max(s.date) FROM v_attendance a JOIN v_session s ON s.scope = a.scope AND s.id = a.session "
                + "WHERE a.scope = ?1 AND a.person = ?2 AND s.date <= ?3").put(scope).put(state.id()).put(Value.Day.of(today).number()).first(row -> row.whole(1)).orElse(0);
        return Optional.of(Value.Day.of(last));
    }

    /** Of a family each is asked for; of a village all who did are looked for once. */
    private boolean hasCompleted(EntryId person, LocalDate today) {
        String query = "SELECT t.id FROM v_person t WHERE t.scope = ?1 AND " + new ConditionSql().of(new Condition.Completed(Definitions.CLASS_PERCENT), "t");
        if (going.size() < CROWD) {
            return !ConditionSql.run(in.db, query + " AND t.id = ?5", scope, CountPeriod.yearTo(today)).put(person).list(row -> row.entry(1)).isEmpty();
        }
        if (completers.isEmpty()) {
            completers = Optional.of(Set.copyOf(ConditionSql.run(in.db, query, scope, CountPeriod.yearTo(today)).list(row -> row.entry(1))));
        }
        return completers.get().contains(person);
    }

    private static EntryType type(EntryState state) {
        return Catalogue.type(state.type()).orElseThrow(() -> new IllegalArgumentException("a type only a newer version knows"));
    }
}
