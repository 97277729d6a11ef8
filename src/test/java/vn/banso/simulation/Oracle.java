package vn.banso.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * What an entry must show, worked out the slow way: from all its changes at once, each compared with each other. It shares
 * nothing with the incremental merge but the values.
 *
 * @param heads by field, the changes whose values nobody replaced
 */
record Oracle(int type, boolean erased, Map<Integer, Set<ChangeId>> heads, SortedMap<Integer, Value> shown, Set<Integer> open,
              boolean deleted) {
    private static final Comparator<Change> LAST = Comparator.comparing((Change c) -> c.stamp().millis()).thenComparing(Change::id);

    static Oracle of(int type, Collection<Change> changes) {
        if (changes.stream().anyMatch(c -> c.kind() == Kind.ERASE.number())) {
            return new Oracle(type, true, Map.of(), new TreeMap<>(), Set.of(), false);
        }
        Set<Integer> fields = new TreeSet<>();
        changes.forEach(c -> fields.addAll(c.fields().keySet()));
        Map<Integer, List<Change>> heads = new HashMap<>();
        for (int field : fields) {
            List<Change> left = new ArrayList<>();
            for (Change c : changes) {
                if (c.fields().containsKey(field) && changes.stream().noneMatch(o -> names(o, field, c.id()))) {
                    left.add(c);
                }
            }
            if (!left.isEmpty()) {
                left.sort(LAST.reversed());
                heads.put(field, left);
            }
        }
        SortedMap<Integer, Value> shown = new TreeMap<>();
        heads.forEach((field, left) -> shown.put(field, shown(merge(type, field), field, left)));
        Set<Integer> open = new HashSet<>();
        heads.forEach((field, left) -> {
            boolean differ = left.stream().map(c -> c.fields().get(field)).distinct().count() > 1;
            if (merge(type, field) == Field.Merge.LAST && differ
                    || field < SystemField.FIRST_DECLARED && isSet(shown, field) && unseen(field, changes, heads)) {
                open.add(field);
            }
        });
        boolean deleted = isSet(shown, SystemField.DELETED) && !unseen(SystemField.DELETED, changes, heads);
        if (deleted || isSet(shown, SystemField.MOVED)) {
            open.removeIf(field -> field >= SystemField.FIRST_DECLARED);
        }
        Map<Integer, Set<ChangeId>> ids = new HashMap<>();
        heads.forEach((field, left) -> left.forEach(c -> ids.computeIfAbsent(field, _ -> new HashSet<>()).add(c.id())));
        return new Oracle(type, false, ids, shown, open, deleted);
    }

    static boolean names(Change later, int field, ChangeId earlier) {
        Set<ChangeId> bases = later.bases().get(field);
        return bases != null && bases.contains(earlier);
    }

    static Field.Merge merge(int type, int field) {
        return Catalogue.field(type, field).map(Field::merge).orElse(Field.Merge.LAST);
    }

    private static Value shown(Field.Merge merge, int field, List<Change> heads) {
        if (merge == Field.Merge.TICK && heads.stream().anyMatch(c -> c.fields().get(field).equals(new Value.Code(1)))) {
            return new Value.Code(1);
        }
        if (merge == Field.Merge.UNION) {
            TreeSet<String> all = new TreeSet<>();
            heads.forEach(c -> all.addAll(((Value.Items) c.fields().get(field)).items()));
            return new Value.Items(all);
        }
        return heads.getFirst().fields().get(field);
    }

    static boolean isSet(Map<Integer, Value> shown, int field) {
        return shown.containsKey(field) && !(shown.get(field) instanceof Value.Blank);
    }

    /** Whether something stands there that no deletion (alias, move) of this entry has seen. */
    private static boolean unseen(int field, Collection<Change> changes, Map<Integer, List<Change>> heads) {
        for (var other : heads.entrySet()) {
            if (other.getKey() < SystemField.FIRST_DECLARED && heads.get(field).stream()
                    .allMatch(h -> changes.stream().anyMatch(o -> names(o, other.getKey(), h.id())))) {
                continue;
            }
            for (Change c : other.getValue()) {
                boolean content = other.getKey() >= SystemField.FIRST_DECLARED || other.getKey() != SystemField.DELETED
                        && !(c.fields().get(other.getKey()) instanceof Value.Blank);
                boolean same = heads.get(field).stream().anyMatch(h -> h.id().equals(c.id()));
                if (other.getKey() != field && content && !same && changes.stream().noneMatch(o -> names(o, field, c.id()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Without the system fields, as {@link vn.banso.ledger.merge.Conflicts#shown} has it. */
    Entry entry(ScopeId scope, vn.banso.register.values.EntryId id) {
        return new Entry(type, scope, id, shown.tailMap(SystemField.FIRST_DECLARED));
    }
}
