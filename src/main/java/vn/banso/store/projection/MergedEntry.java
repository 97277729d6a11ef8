package vn.banso.store.projection;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.Merge;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** What several entries that are one say together: the one that stays leads, and what only the others know is not lost. */
final class MergedEntry {
    private MergedEntry() {}

    /** What an entry says itself, whatever it stands for. */
    static Entry alone(ScopeId scope, EntryState state, int flags) {
        return flags == 0 ? plain(scope, state) : Conflicts.shown(scope, state);
    }

    /** What {@link Conflicts#shown} says where no field has parallel values: nearly always. */
    private static Entry plain(ScopeId scope, EntryState state) {
        SortedMap<Integer, Value> values = new TreeMap<>();
        for (var field : state.fields().entrySet()) {
            if (field.getValue().heads().size() > 1) {
                return Conflicts.shown(scope, state);
            }
            if (field.getKey() >= SystemField.FIRST_DECLARED && !field.getValue().heads().isEmpty()) {
                values.put(field.getKey(), field.getValue().heads().getFirst().value());
            }
        }
        return new Entry(state.type(), scope, state.id(), Collections.unmodifiableSortedMap(values));
    }

    static Entry of(Entry lead, List<Entry> others) {
        if (others.isEmpty()) {
            return lead;
        }
        SortedMap<Integer, Value> fields = new TreeMap<>(lead.fields());
        for (Entry other : others) {
            other.fields().forEach((field, value) -> fields.merge(field, value, (first, next) -> both(policy(lead.type(), field), first, next)));
        }
        return new Entry(lead.type(), lead.scope(), lead.id(), Collections.unmodifiableSortedMap(fields));
    }

    private static Value both(Merge policy, Value first, Value next) {
        return switch (policy) {
            case LAST -> first;
            case TICK -> Merge.tick(first, next);
            case UNION -> {
                if (!(first instanceof Value.Items a) || !(next instanceof Value.Items b)) {
                    yield first instanceof Value.Blank ? next : first;
                }
                TreeSet<String> all = new TreeSet<>(a.items());
                all.addAll(b.items());
                yield new Value.Items(all);
            }
        };
    }

    private static Merge policy(int type, int field) {
        return Catalogue.field(type, field).map(Field::merge).orElse(Merge.LAST);
    }
}
