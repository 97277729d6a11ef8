package vn.banso.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.simulation.MemoryShelf.Key;

/** What people do at one machine: each deed is one change, made from what that machine shows. */
final class Deeds {
    /** A type and a field that only the newer program knows. */
    static final int NEWER_TYPE = 90;
    static final int NEWER_FIELD = 120;

    private static final int PRESENCE = Catalogue.ATTENDANCE.field("presence").id();
    private static final int TAGS = Catalogue.VILLAGE.field("tags").id();
    private static final int ENTRIES = 4;
    private static final int VALUES = 3;

    private final ModelNode node;
    private final Step step;

    Deeds(ModelNode node, Step step) {
        this.node = node;
        this.step = step;
    }

    void save() {
        ScopeId scope = commune();
        Key key = new Key(scope, type(), new EntryId(7, step.b() % ENTRIES));
        if (allowed(scope, key.type())) {
            EntryState state = node.shelf.state(key);
            int field = field(key.type());
            Value value = value(key.type());
            int kind = state.fields().isEmpty() ? Kind.CREATE.number() : kind();
            if (state.bases(field).size() != 1 || !state.heads(field).getFirst().value().equals(value)) {
                make(key, kind, Map.of(field, value), Map.of(field, state.bases(field)));
            }
        }
    }

    void deleteOrRestore() {
        pick().ifPresent(key -> {
            EntryState state = node.shelf.state(key);
            boolean gone = state.heads(SystemField.DELETED).stream().findFirst()
                    .filter(h -> !(h.value() instanceof Value.Blank)).isPresent();
            if (gone && step.c() % 3 > 0) {
                make(key, Kind.RESTORE.number(), Map.of(SystemField.DELETED, Value.BLANK),
                        Map.of(SystemField.DELETED, state.bases(SystemField.DELETED)));
            } else {
                make(key, Kind.TOMBSTONE.number(), Map.of(SystemField.DELETED, new Value.Text("why " + step.c() % VALUES)),
                        Map.of(SystemField.DELETED, state.allBases()));
            }
        });
    }

    void link(int systemField, Kind kind, Kind undone) {
        pick().ifPresent(key -> {
            EntryState state = node.shelf.state(key);
            if (state.link(systemField).isPresent() && step.c() % 2 == 0) {
                make(key, undone.number(), Map.of(systemField, Value.BLANK), Map.of(systemField, state.bases(systemField)));
            } else {
                make(key, kind.number(), Map.of(systemField, new Value.Ref(new EntryId(7, step.c() % ENTRIES))),
                        Map.of(systemField, state.allBases()));
            }
        });
    }

    void erase() {
        if (node.device == Cast.PROVINCE || node.grants().role(node.device) >= Cast.ROLE_COMMUNE) {
            pick().ifPresent(key -> make(key, Kind.ERASE.number(), Map.of(), Map.of()));
        }
    }

    void resolve() {
        ScopeId scope = commune();
        if (!node.mayWrite(scope)) {
            return;
        }
        List<Key> open = node.shelf.entries(scope).entrySet().stream().filter(e -> !Conflicts.of(e.getValue()).isEmpty())
                .map(Map.Entry::getKey).sorted(ORDER).toList();
        if (!open.isEmpty()) {
            Key key = open.get(step.b() % open.size());
            EntryState state = node.shelf.state(key);
            int field = Conflicts.of(state).getFirst();
            Value value = state.heads(field).get(step.c() % state.heads(field).size()).value();
            make(key, Kind.SET.number(), Map.of(field, value),
                    Map.of(field, field < SystemField.FIRST_DECLARED ? state.allBases() : state.bases(field)));
        }
    }

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::type).thenComparing(Key::entry);

    private ScopeId commune() {
        return Cast.COMMUNES.get((int) (step.salt() >>> 8 & 3) == 0 ? 1 : 0);
    }

    /** Usually people do what they may; the program of some lets them do more, and others have to refuse it. */
    private boolean allowed(ScopeId scope, int type) {
        boolean may = node.mayWrite(scope)
                && (type != Catalogue.ATTENDANCE.id() || node.device == 0 || node.grants().role(node.device) >= Cast.ROLE_TRAINER);
        return node.reads.contains(scope) && (may || (step.salt() & 3) == 0 && node.grants().role(node.device) > 0);
    }

    private Optional<Key> pick() {
        ScopeId scope = commune();
        if (!node.reads.contains(scope) || !node.mayWrite(scope)) {
            return Optional.empty();
        }
        List<Key> keys = new ArrayList<>(node.shelf.entries(scope).keySet());
        keys.removeIf(k -> node.shelf.state(k).erased());
        keys.sort(ORDER);
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(step.b() % keys.size()));
    }

    private int type() {
        int of = (int) (step.salt() >>> 16 & 15);
        return of < 9 ? Catalogue.HOUSEHOLD.id() : of < 12 ? Catalogue.ATTENDANCE.id()
                : of < 15 || !node.upgraded ? Catalogue.VILLAGE.id() : NEWER_TYPE;
    }

    private int field(int type) {
        return type == Catalogue.ATTENDANCE.id() ? PRESENCE : type == Catalogue.VILLAGE.id() ? TAGS
                : node.upgraded && step.c() % 7 == 0 ? NEWER_FIELD : 35 + step.c() % 3;
    }

    private Value value(int type) {
        int which = (int) (step.salt() >>> 24 & 0xFF) % VALUES;
        if (type == Catalogue.VILLAGE.id()) {
            return new Value.Items(new TreeSet<>(List.of("a", "b" + which, "c" + step.c() % VALUES).subList(which % 2, 3)));
        }
        return which == 0 && type != Catalogue.ATTENDANCE.id() ? Value.BLANK : new Value.Code(which);
    }

    private int kind() {
        int of = (int) (step.salt() >>> 32 & 15);
        return !node.upgraded || of > 1 ? Kind.SET.number() : of == 0 ? Paper.NEWER_KIND : Paper.NEWER_CRITICAL_KIND;
    }

    void make(Key key, int kind, Map<Integer, Value> fields, Map<Integer, SortedSet<ChangeId>> bases) {
        EntryState state = node.shelf.state(key);
        SortedMap<Integer, SortedSet<ChangeId>> named = new TreeMap<>(bases);
        named.values().removeIf(SortedSet::isEmpty);
        Change change = Change.of(kind, key.type(), key.entry(), Cast.id(node.device),
                node.world.craft.stamp(state, node.clock()), new TreeMap<>(fields), named);
        node.save(key.scope(), change, node.shelf.folded(key));
    }

    static boolean creates(Change change) {
        return change.kind() == Kind.CREATE.number() && change.type() == Catalogue.HOUSEHOLD.id();
    }
}
