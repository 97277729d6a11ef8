package vn.banso.store.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.node.NodeContext;
import vn.banso.store.tables.EntryFlags;

/**
 * A village that becomes several. Nobody but a person knows which household went where: until all were told, the old village stays, its
 * decision pending; then it is closed. What comes for it afterwards stands in the list of things to see to, as whatever belongs to
 * something deleted does.
 */
final class VillageSplits {
    private static final EntryType VILLAGE = Catalogue.VILLAGE;
    private static final Value PENDING = Codes.VILLAGE_STATUS.code("pending").orElseThrow();
    private static final String CLOSED = "đã chia tách";

    private final NodeContext in;
    private final Dependants below;

    VillageSplits(NodeContext in, Dependants below) {
        this.in = in;
        this.below = below;
    }

    void split(Saving.Step step, VillagePlan.Split plan, Entry village, Draft act) {
        List<EntryId> parts = new ArrayList<>();
        for (String name : plan.names()) {
            EntryId part = EntryId.derived("split/" + act.id(), new EntryId(0, parts.size()));
            Draft fresh = Draft.of(VILLAGE, plan.scope(), part).with("name", new Value.Text(name))
                    .with("predecessors", VillageChange.items(List.of(plan.village())));
            for (String field : new String[] {"kind", "region", "unit_list", "commune"}) {
                Optional<Value> same = village.value(VILLAGE.field(field));
                fresh = same.isPresent() ? fresh.with(field, same.get()) : fresh;
            }
            step.draft(fresh.tidied());
            parts.add(part);
        }
        step.draft(Draft.of(VILLAGE, plan.scope(), plan.village()).with("status", PENDING));
        step.draft(act.with("act", VillageChange.Act.SPLIT.code()).with("before", VillageChange.items(List.of(plan.village())))
                .with("after", VillageChange.items(parts)).tidied());
        closeIfEmpty(step, plan.scope(), plan.village());
    }

    /** Whether a split of this village is not decided to its end. */
    boolean waits(ScopeId scope, EntryId village) {
        return in.db.sql("SELECT before FROM v_village_change WHERE scope = ? AND act = ? AND undone_on IS NULL").put(scope)
                .put(VillageChange.Act.SPLIT.code().number()).list(row -> row.text(1)).stream().anyMatch(before -> before != null && before.contains(village.toString()));
    }

    List<EntryState> waiting(VillageChange split) {
        return split.before().stream().flatMap(id -> linked(split.scope(), id).stream()).toList();
    }

    private List<EntryState> linked(ScopeId scope, EntryId village) {
        return below.below(scope, in.entries.state(scope, village, VILLAGE.id()).stream().toList(), by -> by.target() == VILLAGE).stream()
                .map(Dependants.Dependant::state).toList();
    }

    void assign(Saving.Step step, VillageChange split, EntryId part, Collection<EntryId> ids) {
        if (!split.after().contains(part) || split.isUndone()) {
            throw new IllegalArgumentException("no part of this split");
        }
        waiting(split).stream().filter(s -> ids.contains(s.id())).forEach(s -> goes(step, split.scope(), s, part));
        split.before().forEach(village -> closeIfEmpty(step, split.scope(), village));
    }

    private static void goes(Saving.Step step, ScopeId scope, EntryState state, EntryId village) {
        step.draft(Draft.of(Catalogue.type(state.type()).orElseThrow(), scope, state.id()).with("village", new Value.Ref(village)));
    }

    private void closeIfEmpty(Saving.Step step, ScopeId scope, EntryId village) {
        EntryState state = in.entries.state(scope, village, VILLAGE.id()).orElseThrow();
        if (linked(scope, village).isEmpty() && (EntryFlags.of(state) & EntryFlags.DELETED) == 0) {
            close(step, scope, state);
        }
    }

    private void close(Saving.Step step, ScopeId scope, EntryState state) {
        SortedSet<ChangeId> seen = new TreeSet<>(state.allBases());
        seen.addAll(below.seen(scope, List.of(state)));
        step.act(Acts.act(Kind.TOMBSTONE, scope, state, SystemField.DELETED, new Value.Text(CLOSED), seen));
    }

    /** Everybody who is in a part by now goes back into the old village. */
    void undo(Saving.Step step, VillageChange split) {
        ScopeId scope = split.scope();
        EntryId village = split.before().first();
        EntryState old = in.entries.state(scope, village, VILLAGE.id()).orElseThrow();
        if (old.deleted()) {
            step.act(Acts.act(Kind.RESTORE, scope, old, SystemField.DELETED, Value.BLANK, old.bases(SystemField.DELETED)));
        }
        step.draft(Draft.of(VILLAGE, scope, village).with("status", Value.BLANK));
        for (EntryId part : split.after()) {
            linked(scope, part).forEach(s -> goes(step, scope, s, village));
            close(step, scope, in.entries.state(scope, part, VILLAGE.id()).orElseThrow());
        }
    }
}
