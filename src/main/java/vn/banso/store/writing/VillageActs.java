package vn.banso.store.writing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.EntryState;
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
import vn.banso.store.engine.NodeLock;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.node.NodeContext;
import vn.banso.store.writing.Saving.Act;
import vn.banso.store.writing.VillageChange.Decision;
import vn.banso.store.writing.VillagePreview.Obstacle;

/**
 * What becomes of villages when units change: one is renamed, several are merged, one is split or goes to another commune. Each is one
 * transaction, is remembered as an entry, and can be taken back as long as nothing else was done with these villages.
 */
public final class VillageActs {
    private static final EntryType VILLAGE = Catalogue.VILLAGE;
    private static final Field NAME = VILLAGE.field("name");
    private static final Field COUNT = VILLAGE.field("household_count");

    private final NodeContext in;
    private final NodeLock door;
    private final Saving saving;
    private final Dependants below;
    private final VillageSplits splits;
    private final VillageChecks checks;

    public VillageActs(NodeContext in, NodeLock door, Saving saving) {
        this.in = in;
        this.door = door;
        this.saving = saving;
        this.below = new Dependants(in);
        this.splits = new VillageSplits(in, below);
        this.checks = new VillageChecks(in, splits);
    }

    /** What it would touch, and why it cannot be done. */
    public VillagePreview preview(VillagePlan plan) {
        return door.alone(() -> checks.preview(plan));
    }

    /**
     * Carries it out.
     *
     * @param change a fresh id: the act is remembered under it
     * @throws IllegalArgumentException where {@link #preview} names an obstacle
     */
    public SaveResult carryOut(VillagePlan plan, Decision decision, EntryId change) {
        return door.write(() -> {
            if (!checks.preview(plan).isPossible()) {
                throw new IllegalArgumentException("this cannot be done to villages: " + preview(plan).obstacles());
            }
            Entry village = checks.shown(plan.scope(), plan.village());
            return saving.together(step -> {
                Draft act = decision.in(Draft.of(VillageChange.TYPE, plan.scope(), change)).with("name_before", village.fields().get(NAME.id()));
                switch (plan) {
                    case VillagePlan.Rename rename -> rename(step, rename, act);
                    case VillagePlan.Merge merge -> merge(step, merge, village, act);
                    case VillagePlan.Split split -> splits.split(step, split, village, act);
                    case VillagePlan.Move move -> move(step, move, decision, act);
                }
            });
        });
    }

    private static Draft named(Draft act, VillageChange.Act what, Iterable<EntryId> before, Iterable<EntryId> after) {
        return act.with("act", what.code()).with("before", VillageChange.items(before)).with("after", VillageChange.items(after)).tidied();
    }

    private void rename(Saving.Step step, VillagePlan.Rename plan, Draft act) {
        step.draft(Draft.of(VILLAGE, plan.scope(), plan.village()).with("name", new Value.Text(plan.name())).tidied());
        step.draft(named(act.with("name_after", new Value.Text(plan.name())), VillageChange.Act.RENAME, List.of(plan.village()), List.of(plan.village())));
    }

    /** The numbers of households that villages report add up; where one is not known, neither is the sum. */
    private void merge(Saving.Step step, VillagePlan.Merge plan, Entry into, Draft act) {
        SortedSet<String> predecessors = new TreeSet<>(into.items(VILLAGE.field("predecessors")));
        plan.gone().forEach(id -> predecessors.add(id.toString()));
        Draft lead = Draft.of(VILLAGE, plan.scope(), plan.village()).with("name", new Value.Text(plan.name())).with("predecessors", new Value.Items(predecessors));
        List<Optional<Long>> counts = VillageChecks.concerned(plan).stream().map(id -> checks.shown(plan.scope(), id).whole(COUNT)).toList();
        step.draft(lead.with("household_count", counts.contains(Optional.<Long>empty()) ? Value.BLANK
                : new Value.Whole(counts.stream().mapToLong(Optional::get).sum())).tidied());
        for (EntryId gone : plan.gone()) {
            EntryState state = in.entries.state(plan.scope(), gone, VILLAGE.id()).orElseThrow();
            step.act(Acts.act(Kind.ALIAS, plan.scope(), state, SystemField.ALIAS, new Value.Ref(plan.village()), state.allBases()));
        }
        Draft whole = act.with("name_after", new Value.Text(plan.name()));
        SortedSet<EntryId> before = new TreeSet<>(plan.gone());
        before.add(plan.village());
        step.draft(named(into.whole(COUNT).isPresent() ? whole.with("household_count_before", new Value.Whole(into.whole(COUNT).get())) : whole,
                VillageChange.Act.MERGE, before, List.of(plan.village())));
    }

    private void move(Saving.Step step, VillagePlan.Move plan, Decision decision, Draft act) {
        new Moving(in, below, step, plan.scope(), plan.to()).go(plan.village());
        EntryId there = in.entries.state(plan.scope(), plan.village(), VILLAGE.id()).flatMap(s -> s.link(SystemField.MOVED)).orElseThrow();
        step.draft(named(beside(act, plan.to()), VillageChange.Act.MOVE, List.of(plan.village()), List.of(there)));
        Draft arrival = decision.in(Draft.of(VillageChange.TYPE, plan.to(), arrival(act.id(), plan.to()))).with("name_before", act.fields().get(VillageChange.TYPE.field("name_before").id()));
        step.draft(named(beside(arrival, plan.scope()), VillageChange.Act.MOVE, List.of(), List.of(there)));
    }

    private static EntryId arrival(EntryId change, ScopeId to) {
        return EntryId.derived("arrival/" + to, change);
    }

    private static Draft beside(Draft act, ScopeId other) {
        return Units.find(other).map(unit -> act.with("unit_list", new Value.Text(unit.list())).with("commune", new Value.Text(unit.code()))).orElse(act);
    }

    /** What was done with the villages of a commune, the newest first. */
    public List<VillageChange> changes(ScopeId scope) {
        return door.alone(() -> new EntryReader(in).entries(VillageChange.TYPE, scope, Optional.empty(), Integer.MAX_VALUE).stream()
                .flatMap(e -> VillageChange.of(e).stream()).sorted(Comparator.comparing((VillageChange c) -> in.entries.state(scope, c.id(), VillageChange.TYPE.id())
                        .map(s -> s.heads(VillageChange.TYPE.field("act").id()).getFirst().stamp()).orElseThrow()).reversed()).toList());
    }

    public Optional<VillageChange> change(ScopeId scope, EntryId id) {
        return door.alone(() -> in.entries.state(scope, id, VillageChange.TYPE.id()).flatMap(s -> VillageChange.of(in.entries.shown(scope, s))));
    }

    /** What still links to a village that was split: households, and teams. None once everybody was told where they belong. */
    public List<Entry> waiting(VillageChange split) {
        return door.alone(() -> splits.waiting(split).stream().map(s -> in.entries.shown(split.scope(), s)).toList());
    }

    /**
     * Somebody says that these went there. Once all of them were told, the old village is closed.
     *
     * @param part one of those it became
     * @param ids of households and teams that still wait
     */
    public SaveResult assign(VillageChange split, EntryId part, Collection<EntryId> ids) {
        return door.write(() -> saving.together(step -> splits.assign(step, split, part, ids)));
    }

    /** Why it cannot be taken back; empty where it can. */
    public Optional<Obstacle> againstUndo(VillageChange change) {
        return door.alone(() -> checks.againstUndo(change));
    }

    /**
     * Takes it back: the villages are what they were, and what was written meanwhile is kept.
     *
     * @throws IllegalArgumentException where {@link #againstUndo} names an obstacle
     */
    public SaveResult undo(VillageChange change) {
        return door.write(() -> {
            againstUndo(change).ifPresent(o -> {
                throw new IllegalArgumentException("this cannot be taken back: " + o);
            });
            Value today = Value.Day.of(NodeOptions.today(in.clock()));
            Consumer<Saving.Step> back = step -> {
                switch (change.act()) {
                    case RENAME -> step.draft(Draft.of(VILLAGE, change.scope(), change.after().first()).with("name", new Value.Text(change.nameBefore())));
                    case MERGE -> part(step, change);
                    case SPLIT -> splits.undo(step, change);
                    case MOVE -> {
                        ScopeId to = below.movedTo(change.scope(), List.of(in.entries.state(change.scope(), change.before().first(), VILLAGE.id()).orElseThrow())).orElseThrow();
                        new Moving(in, below, step, to, change.scope()).go(change.after().first());
                        step.draft(Draft.of(VillageChange.TYPE, to, arrival(change.id(), to)).with("undone_on", today));
                    }
                }
                step.draft(Draft.of(VillageChange.TYPE, change.scope(), change.id()).with("undone_on", today));
            };
            return saving.together(back);
        });
    }

    private void part(Saving.Step step, VillageChange change) {
        EntryId lead = change.after().first();
        Entry now = checks.shown(change.scope(), lead);
        SortedSet<String> predecessors = new TreeSet<>(now.items(VILLAGE.field("predecessors")));
        change.before().forEach(id -> predecessors.remove(id.toString()));
        Optional<Long> count = change.entry().whole(VillageChange.TYPE.field("household_count_before"));
        step.draft(Draft.of(VILLAGE, change.scope(), lead).with("name", new Value.Text(change.nameBefore()))
                .with("household_count", count.<Value>map(Value.Whole::new).orElse(Value.BLANK))
                .with("predecessors", predecessors.isEmpty() ? Value.BLANK : new Value.Items(predecessors)));
        change.before().stream().filter(id -> !id.equals(lead)).flatMap(id -> in.entries.state(change.scope(), id, VILLAGE.id()).stream())
                .forEach(state -> step.act(new Act(Kind.UNALIAS.number(), VILLAGE.id(), change.scope(), state.id(),
                        new TreeMap<>(Map.of(SystemField.ALIAS, Value.BLANK)), new TreeMap<>(Map.of(SystemField.ALIAS, state.bases(SystemField.ALIAS))))));
    }
}
