package vn.banso.store.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.Db;

/**
 * Which entry stands for which. Entries say what they are one with; this follows such lines to their end. A line that leads to an
 * entry which is not here yet, or is deleted, hides nobody: who deleted it may have meant this one to stay. Entries that lead to
 * each other in a circle stand for the smallest id among them.
 */
public final class Aliases {
    private final Db db;
    private final Set<ScopeId> open = new HashSet<>();
    /** What lines lead to that is not here yet. */
    private final Map<ScopeId, Set<EntryId>> awaited = new HashMap<>();
    private final Map<ScopeId, Set<EntryId>> written = new HashMap<>();
    private final Map<ScopeId, Map<EntryId, List<EntryId>>> groups = new HashMap<>();
    private Consumer<ScopeId> whenMoved = _ -> { };
    private BiConsumer<ScopeId, EntryId> whenJoined = (_, _) -> { };

    public Aliases(Db db) {
        this.db = db;
    }

    /** Told whenever, in a scope, other entries than before stand for some. */
    public void whenMoved(Consumer<ScopeId> told) {
        whenMoved = whenMoved.andThen(told);
    }

    /** Told of every entry that stands for others than before, or for others that say something else now. */
    public void whenJoined(BiConsumer<ScopeId, EntryId> told) {
        whenJoined = told;
    }

    /** An entry has come that was not here: a line may lead to it. What lines wait for is known once a commune was settled. */
    public void came(ScopeId scope, EntryId id) {
        if (!awaited.containsKey(scope) && db.sql("SELECT EXISTS (SELECT 1 FROM link WHERE scope = ?)").put(scope).number() == 0) {
            awaited.put(scope, Set.of());
        }
        if (!awaited.containsKey(scope) || awaited.get(scope).contains(id)) {
            open.add(scope);
        }
    }

    /** An entry was written. What one of several names says, the one that stands for them shows. */
    public void wrote(ScopeId scope, EntryType type, Entry entry) {
        EntryId canonical = canonical(scope, entry.id());
        if (isJoined(scope, canonical)) {
            written.computeIfAbsent(scope, _ -> new HashSet<>()).add(canonical);
        }
        if (DoubleAttendance.mayBeOne(type) && entry.fields().values().stream()
                .anyMatch(v -> v instanceof Value.Ref(EntryId to) && isJoined(scope, canonical(scope, to)))) {
            open.add(scope);
        }
    }

    /** An entry says, or no longer says, that it is one with another. {@link #settle()} must follow before the commit. */
    public void link(ScopeId scope, EntryId id, Optional<EntryId> target) {
        if (target.isPresent()) {
            db.sql("REPLACE INTO link VALUES (?, ?, ?)").put(scope).put(id).put(target.get()).run();
        } else {
            db.sql("DELETE FROM link WHERE scope = ? AND id = ?").put(scope).put(id).run();
        }
        open.add(scope);
        db.afterRollback(() -> awaited.remove(scope));
    }

    /** An entry was deleted, erased or restored; lines that lead to it may end elsewhere now. */
    public void lives(ScopeId scope) {
        open.add(scope);
    }

    /** Follows all lines anew where one has changed, or where one led to an entry that may have come now. */
    public void settle() {
        Set.copyOf(open).forEach(this::settle);
        Map<ScopeId, Set<EntryId>> again = new HashMap<>(written);
        written.clear();
        again.forEach((scope, ids) -> ids.forEach(id -> whenJoined.accept(scope, id)));
    }

    void settle(ScopeId scope) {
        Map<EntryId, EntryId> links = new HashMap<>();
        db.sql("SELECT l.id, l.target FROM link l WHERE l.scope = ? AND EXISTS "
                        + "(SELECT 1 FROM entry e WHERE e.scope = l.scope AND e.id = l.target)").put(scope)
                .each(row -> links.put(row.entry(1), row.entry(2)));
        Set<EntryId> gone = new HashSet<>();
        db.sql("SELECT DISTINCT l.target FROM link l WHERE l.scope = ? AND NOT EXISTS (SELECT 1 FROM entry e "
                        + "WHERE e.scope = l.scope AND e.id = l.target AND e.flags & " + (EntryFlags.DELETED | EntryFlags.ERASED) + " = 0)")
                .put(scope).each(row -> gone.add(row.entry(1)));
        Map<EntryId, EntryId> ends = new HashMap<>();
        links.keySet().forEach(id -> {
            EntryId end = end(id, links, gone);
            if (!end.equals(id)) {
                ends.put(id, end);
            }
        });
        new DoubleAttendance(db, scope, ends).join();
        Map<EntryId, EntryId> before = new HashMap<>();
        db.sql("SELECT id, canonical FROM alias WHERE scope = ?").put(scope).each(row -> before.put(row.entry(1), row.entry(2)));
        if (!ends.equals(before)) {
            write(scope, before, ends);
            groups.remove(scope);
            db.afterRollback(() -> groups.remove(scope));
            Set<EntryId> changed = new HashSet<>();
            ends.entrySet().stream().filter(e -> !before.entrySet().contains(e)).forEach(e -> changed.add(e.getValue()));
            before.entrySet().stream().filter(e -> !ends.entrySet().contains(e)).forEach(e -> changed.addAll(List.of(e.getKey(), e.getValue())));
            written.computeIfAbsent(scope, _ -> new HashSet<>()).addAll(changed);
            whenMoved.accept(scope);
        }
        open.remove(scope);
        awaited.put(scope, Set.copyOf(db.sql("SELECT DISTINCT target FROM link l WHERE scope = ? AND NOT EXISTS "
                + "(SELECT 1 FROM entry e WHERE e.scope = l.scope AND e.id = l.target)").put(scope).list(row -> row.entry(1))));
        db.afterRollback(() -> awaited.remove(scope));
    }

    /** Only the lines that end elsewhere than before. */
    private void write(ScopeId scope, Map<EntryId, EntryId> before, Map<EntryId, EntryId> ends) {
        before.keySet().stream().filter(id -> !ends.containsKey(id))
                .forEach(id -> db.sql("DELETE FROM alias WHERE scope = ? AND id = ?").put(scope).put(id).run());
        ends.entrySet().stream().filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .forEach(e -> db.sql("REPLACE INTO alias VALUES (?, ?, ?)").put(scope).put(e.getKey()).put(e.getValue()).run());
    }

    /** The last entry on the line that is still there. */
    static EntryId end(EntryId from, Map<EntryId, EntryId> links, Set<EntryId> gone) {
        Set<EntryId> passed = new HashSet<>();
        EntryId at = from;
        EntryId end = from;
        while (links.containsKey(at) && passed.add(at)) {
            at = links.get(at);
            end = gone.contains(at) ? end : at;
        }
        if (!links.containsKey(at)) {
            return end;
        }
        TreeSet<EntryId> circle = new TreeSet<>();
        for (EntryId in = at; circle.add(in); in = links.get(in)) {
            // The set is what the walk is for.
        }
        circle.removeAll(gone);
        return circle.isEmpty() ? end : circle.first();
    }

    /** All ids that this canonical entry goes by, its own first, the others in their order. */
    public List<EntryId> namesOf(ScopeId scope, EntryId canonical) {
        return groups(scope).getOrDefault(canonical, List.of(canonical));
    }

    private boolean isJoined(ScopeId scope, EntryId canonical) {
        return groups(scope).containsKey(canonical);
    }

    /** The entries of a scope that stand for others. */
    public Set<EntryId> joined(ScopeId scope) {
        return Set.copyOf(groups(scope).keySet());
    }

    private Map<EntryId, List<EntryId>> groups(ScopeId scope) {
        return groups.computeIfAbsent(scope, _ -> {
            Map<EntryId, List<EntryId>> all = new HashMap<>();
            db.sql("SELECT id, canonical FROM alias WHERE scope = ? ORDER BY id").put(scope)
                    .each(row -> all.computeIfAbsent(row.entry(2), c -> new ArrayList<>(List.of(c))).add(row.entry(1)));
            return all;
        });
    }

    /**
     * All ids by which people mean the one that stands for this one, also where those that were merged into it are deleted by now: what
     * is done to the one is done to all of them.
     */
    public List<EntryId> everyName(ScopeId scope, EntryId id) {
        Set<EntryId> names = new LinkedHashSet<>(namesOf(scope, canonical(scope, id)));
        Deque<EntryId> next = new ArrayDeque<>(names);
        while (!next.isEmpty()) {
            db.sql("SELECT id FROM link WHERE scope = ? AND target = ? ORDER BY id").put(scope).put(next.pop()).list(row -> row.entry(1)).stream()
                    .filter(names::add).forEach(next::add);
        }
        return List.copyOf(names);
    }

    /** The canonical ids of a scope were forgotten with its entries. */
    public void clear(ScopeId scope) {
        awaited.remove(scope);
        groups.remove(scope);
        db.afterRollback(() -> groups.remove(scope));
    }

    /** The entry that stands for this one: itself, mostly. */
    public EntryId canonical(ScopeId scope, EntryId id) {
        return groups(scope).isEmpty() ? id : db.sql("SELECT canonical FROM alias WHERE scope = ? AND id = ?").put(scope).put(id).first(row -> row.entry(1))
                .orElse(id);
    }
}
