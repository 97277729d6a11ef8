package vn.banso.store.batches;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;

/**
 * How far each record has come: as far as the least of the batches that speak of it. A commune is counted when somebody first asks about
 * it, in a table that ends with the program; from then on only the records of which something is heard are looked at again.
 */
public final class RecordLevels {
    /** From so many records of a commune on, counting all of it anew is quicker. */
    private static final int MANY = 4_000;
    /** All that is known of the records of a commune; what is said about devices is none. */
    private static final String KNOWN = """
            SELECT t.id AS id, max(l.here, l.told) AS level FROM touch t JOIN batch_level l ON l.batch = t.batch WHERE t.scope = ?1
            UNION ALL SELECT id, 1 FROM own WHERE scope = ?1 AND type < 100
            UNION ALL SELECT id, level FROM temp.aside WHERE scope = ?1""";
    /** Of one record. */
    private static final String OF_ONE = """
            SELECT min(level) FROM (
                SELECT max(l.here, l.told) AS level FROM touch t JOIN batch_level l ON l.batch = t.batch WHERE t.scope = ?1 AND t.id = ?2
                UNION ALL SELECT 1 FROM own WHERE scope = ?1 AND id = ?2 AND type < 100
                UNION ALL SELECT level FROM temp.aside WHERE scope = ?1 AND id = ?2)
            HAVING count(*) > 0""";

    private final Db db;
    private final Map<ScopeId, Map<RecordState, Long>> counts = new HashMap<>();
    private final Map<ScopeId, Set<EntryId>> touched = new HashMap<>();
    private Consumer<ScopeId> asides = _ -> { };

    public RecordLevels(Db db) {
        this.db = db;
    }

    /** @param fill writes into {@code temp.aside} which records of a commune somebody has not counted */
    public void withAsides(Consumer<ScopeId> fill) {
        asides = fill;
    }

    // What is told while things are written.

    /** Something was written of a record, or has come. */
    public void touched(ScopeId scope, EntryId id) {
        if (counts.containsKey(scope)) {
            Set<EntryId> ids = touched.computeIfAbsent(scope, _ -> new HashSet<>());
            ids.add(id);
            if (ids.size() > MANY) {
                forget(scope);
            }
        }
    }

    /** A batch has come further, or less far. */
    public void moved(ScopeId scope, long batch) {
        if (counts.containsKey(scope)) {
            db.sql("SELECT id FROM touch WHERE batch = ?").put(batch).list(row -> row.entry(1)).forEach(id -> touched(scope, id));
        }
    }

    /** The commune is to be counted anew. */
    public void forget(ScopeId scope) {
        counts.remove(scope);
        touched.remove(scope);
    }

    // What is asked.

    /** How many records stand in each state; drafts are no records yet. */
    public Map<RecordState, Long> count(ScopeId scope) {
        settle(scope);
        return counts.get(scope);
    }

    public Optional<RecordState> of(ScopeId scope, EntryId id) {
        settle(scope);
        return level(scope, id);
    }

    /** All records of a commune. */
    public Map<EntryId, RecordState> all(ScopeId scope) {
        settle(scope);
        Map<EntryId, RecordState> all = new HashMap<>();
        db.sql("SELECT id, level FROM temp.reached WHERE scope = ?").put(scope)
                .each(row -> all.put(row.entry(1), RecordState.values()[row.whole(2)]));
        return all;
    }

    /** Looks at what was touched since the last time. */
    public void settle() {
        Set.copyOf(touched.keySet()).forEach(this::settle);
    }

    private void settle(ScopeId scope) {
        if (!counts.containsKey(scope)) {
            fill(scope);
        }
        Set<EntryId> ids = touched.remove(scope);
        if (ids != null) {
            db.afterRollback(() -> forget(scope));
            db.commit(() -> ids.forEach(id -> look(scope, id)));
        }
    }

    private void fill(ScopeId scope) {
        db.exec("CREATE TEMP TABLE IF NOT EXISTS reached (scope INTEGER NOT NULL, id BLOB NOT NULL, level INTEGER NOT NULL, "
                + "PRIMARY KEY (scope, id)) WITHOUT ROWID;"
                + "CREATE TEMP TABLE IF NOT EXISTS aside (scope INTEGER NOT NULL, id BLOB NOT NULL, level INTEGER NOT NULL)");
        Map<RecordState, Long> count = new EnumMap<>(RecordState.class);
        db.afterRollback(() -> forget(scope));
        db.commit(() -> {
            db.sql("DELETE FROM temp.aside WHERE scope = ?").put(scope).run();
            asides.accept(scope);
            db.sql("DELETE FROM temp.reached WHERE scope = ?").put(scope).run();
            db.sql("INSERT INTO temp.reached SELECT ?1, id, min(level) FROM (" + KNOWN + ") GROUP BY id").put(scope).run();
            db.sql("SELECT level, count(*) FROM temp.reached WHERE scope = ? GROUP BY level").put(scope)
                    .each(row -> count.put(RecordState.values()[row.whole(1)], row.number(2)));
        });
        counts.put(scope, count);
        touched.remove(scope);
    }

    private void look(ScopeId scope, EntryId id) {
        Optional<RecordState> before = level(scope, id);
        List<RecordState> now = db.sql(OF_ONE).put(scope).put(id).list(row -> RecordState.values()[row.whole(1)]);
        if (before.stream().toList().equals(now)) {
            return;
        }
        before.ifPresent(state -> counts.get(scope).merge(state, -1L, Long::sum));
        db.sql("DELETE FROM temp.reached WHERE scope = ? AND id = ?").put(scope).put(id).run();
        now.forEach(state -> {
            counts.get(scope).merge(state, 1L, Long::sum);
            db.sql("INSERT INTO temp.reached VALUES (?, ?, ?)").put(scope).put(id).put(state.ordinal()).run();
        });
    }

    private Optional<RecordState> level(ScopeId scope, EntryId id) {
        return db.sql("SELECT level FROM temp.reached WHERE scope = ? AND id = ?").put(scope).put(id)
                .first(row -> RecordState.values()[row.whole(1)]);
    }
}
