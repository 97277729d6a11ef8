package vn.banso.store.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Belonging;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.store.node.NodeContext;
import vn.banso.store.writing.Dependants;

/** Live entries that belong to something gone, of which nobody knows yet. Looked for anew only after something was written. */
final class Orphans {
    private static final Found NEVER = new Found(-1, List.of());

    private final NodeContext in;
    private final Dependants dependants;
    private final Map<ScopeId, Found> found = new HashMap<>();

    Orphans(NodeContext in) {
        this.in = in;
        this.dependants = new Dependants(in);
    }

    /** @param after how much had been written in that commune: it holds until there is more */
    private record Found(long after, List<Attention> things) {}

    private record Key(EntryId id, int type) {}

    List<Attention> gather() {
        return Stream.concat(in.shelf.scopes().stream(), in.own.scopes().stream()).distinct().sorted().flatMap(scope -> {
            long written = in.entries.written(scope);
            if (found.getOrDefault(scope, NEVER).after() != written) {
                found.put(scope, new Found(written, in(scope)));
            }
            return found.get(scope).things().stream();
        }).toList();
    }

    private List<Attention> in(ScopeId scope) {
        Map<Key, Long> gone = new TreeMap<>(Comparator.comparing(Key::id).thenComparing(Key::type));
        List<Attention> all = new ArrayList<>();
        for (Belonging by : Belonging.ALL) {
            Map<EntryId, List<EntryId>> nowhere = new TreeMap<>();
            links(by, scope, (id, target) -> {
                if (target.isEmpty()) {
                    all.add(Attention.entry(Kind.UNPLACED, scope, id, by.type().id()));
                } else if (in.db.sql("SELECT count(*) FROM entry WHERE scope = ? AND id = ? AND type = ?").put(scope).put(target.get()).put(by.target().id()).number() == 0) {
                    nowhere.computeIfAbsent(target.get(), _ -> new ArrayList<>()).add(id);
                } else {
                    gone.merge(new Key(target.get(), by.target().id()), by.follows() ? 1L : 0L, Long::sum);
                }
            });
            nowhere.forEach((target, ids) -> all.add(Attention.entry(Kind.UNPLACED, scope, ids.getFirst(), by.type().id()).with(target).of(ids.size())));
        }
        writtenAfterMove(scope).forEach(key -> gone.merge(key, 1L, Long::sum));
        gone.forEach((key, many) -> about(scope, key, many).ifPresent(all::add));
        return all;
    }

    private interface Link {
        void from(EntryId id, Optional<EntryId> target);
    }

    /** The live entries whose link leads to nothing live. */
    private void links(Belonging by, ScopeId scope, Link link) {
        String column = "v.\"" + by.link().key() + "\"";
        record Dangling(EntryId id, Optional<EntryId> target) {}
        in.db.sql("SELECT v.id, " + column + " FROM v_" + by.type().key() + " v WHERE v.scope = ? AND "
                        + (by.link().required() ? "" : column + " IS NOT NULL AND ") + "NOT EXISTS (SELECT 1 FROM r_" + by.target().key()
                        + " x WHERE x.scope = v.scope AND x.id = " + column + " AND x.hidden = 0) ORDER BY v.id").put(scope)
                .list(row -> new Dangling(row.entry(1), Optional.ofNullable(row.bytes(2)).map(EntryId::of)))
                .forEach(row -> link.from(row.id(), row.target()));
    }

    /** Entries that have moved to one place, and to which somebody wrote who did not know. */
    private Set<Key> writtenAfterMove(ScopeId scope) {
        Set<Key> all = new HashSet<>();
        in.db.sql("SELECT id, type FROM entry WHERE scope = ? AND flags >= 16").put(scope).list(row -> new Key(row.entry(1), row.whole(2))).stream()
                .filter(key -> in.entries.state(scope, key.id(), key.type()).filter(Orphans::isOnlyLeftBehind).isPresent())
                .forEach(key -> all.add(new Key(in.aliases.canonical(scope, key.id()), key.type())));
        return all;
    }

    /** Whether all there is to decide about it is that it has moved: then there is nothing to decide, only something to take along. */
    static boolean isOnlyLeftBehind(EntryState state) {
        return Conflicts.of(state).equals(List.of(SystemField.MOVED))
                && state.heads(SystemField.MOVED).stream().map(EntryState.Head::value).distinct().count() == 1;
    }

    private Optional<Attention> about(ScopeId scope, Key gone, long following) {
        EntryState state = in.entries.state(scope, gone.id(), gone.type()).orElseThrow();
        boolean moved = !state.erased() && !state.deleted() && state.link(SystemField.MOVED).isPresent();
        long many = moved || state.erased() ? following : unseen(scope, state);
        return many == 0 ? Optional.empty()
                : Optional.of(Attention.entry(moved ? Kind.LEFT_BEHIND : Kind.ORPHANED, scope, gone.id(), gone.type()).of(many));
    }

    /** How much below a deleted entry its deletion has not seen. */
    private long unseen(ScopeId scope, EntryState deleted) {
        SortedSet<ChangeId> seen = deleted.fields().containsKey(SystemField.DELETED) ? deleted.fields().get(SystemField.DELETED).replaced()
                : new TreeSet<>();
        return dependants.below(scope, List.of(deleted), _ -> true).stream().filter(d -> !seen.containsAll(d.saying())).count();
    }
}
