package vn.banso.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;

/**
 * Which entry stands for which. Entries say what they are one with; this follows such lines to their end. A line that leads to an
 * entry which is not here yet, or is deleted, hides nobody: who deleted it may have meant this one to stay. Entries that lead to
 * each other in a circle stand for the smallest id among them.
 */
final class Aliases {
    private final Db db;
    private final Set<ScopeId> open = new HashSet<>();
    private Consumer<ScopeId> whenMoved = _ -> { };

    Aliases(Db db) {
        this.db = db;
        open.addAll(db.sql("SELECT DISTINCT scope FROM link l WHERE NOT EXISTS "
                + "(SELECT 1 FROM entry e WHERE e.scope = l.scope AND e.id = l.target)").list(row -> row.scope(1)));
    }

    /** Told whenever, in a scope, other entries than before stand for some. */
    void whenMoved(Consumer<ScopeId> told) {
        whenMoved = told;
    }

    /** An entry says, or no longer says, that it is one with another. {@link #settle()} must follow before the commit. */
    void link(ScopeId scope, EntryId id, Optional<EntryId> target) {
        if (target.isPresent()) {
            db.sql("REPLACE INTO link VALUES (?, ?, ?)").put(scope).put(id).put(target.get()).run();
        } else {
            db.sql("DELETE FROM link WHERE scope = ? AND id = ?").put(scope).put(id).run();
        }
        open.add(scope);
    }

    /** An entry was deleted, erased or restored; lines that lead to it may end elsewhere now. */
    void lives(ScopeId scope) {
        open.add(scope);
    }

    /** Follows all lines anew where one has changed, or where one led to an entry that may have come now. */
    void settle() {
        Set.copyOf(open).forEach(this::settle);
    }

    void settle(ScopeId scope) {
        Map<EntryId, EntryId> links = new HashMap<>();
        db.sql("SELECT l.id, l.target FROM link l WHERE l.scope = ? AND EXISTS "
                        + "(SELECT 1 FROM entry e WHERE e.scope = l.scope AND e.id = l.target)").put(scope)
                .each(row -> links.put(row.entry(1), row.entry(2)));
        Set<EntryId> gone = new HashSet<>();
        db.sql("SELECT DISTINCT l.target FROM link l WHERE l.scope = ? AND NOT EXISTS (SELECT 1 FROM entry e "
                        + "WHERE e.scope = l.scope AND e.id = l.target AND e.flags & " + (Flags.DELETED | Flags.ERASED) + " = 0)")
                .put(scope).each(row -> gone.add(row.entry(1)));
        Map<EntryId, EntryId> ends = new HashMap<>();
        links.keySet().forEach(id -> {
            EntryId end = end(id, links, gone);
            if (!end.equals(id)) {
                ends.put(id, end);
            }
        });
        Map<EntryId, EntryId> before = new HashMap<>();
        db.sql("SELECT id, canonical FROM alias WHERE scope = ?").put(scope).each(row -> before.put(row.entry(1), row.entry(2)));
        if (!ends.equals(before)) {
            db.sql("DELETE FROM alias WHERE scope = ?").put(scope).run();
            ends.forEach((id, end) -> db.sql("INSERT INTO alias VALUES (?, ?, ?)").put(scope).put(id).put(end).run());
            whenMoved.accept(scope);
        }
        long all = db.sql("SELECT count(*) FROM link WHERE scope = ?").put(scope).number();
        if (all == links.size()) {
            open.remove(scope);
        }
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

    /** All ids that this canonical entry goes by, its own first. */
    List<EntryId> namesOf(ScopeId scope, EntryId canonical) {
        List<EntryId> names = new ArrayList<>(List.of(canonical));
        names.addAll(db.sql("SELECT id FROM alias WHERE scope = ? AND canonical = ?").put(scope).put(canonical)
                .list(row -> row.entry(1)));
        return names;
    }

    /** The entry that stands for this one: itself, mostly. */
    EntryId canonical(ScopeId scope, EntryId id) {
        return db.sql("SELECT canonical FROM alias WHERE scope = ? AND id = ?").put(scope).put(id).first(row -> row.entry(1))
                .orElse(id);
    }
}
