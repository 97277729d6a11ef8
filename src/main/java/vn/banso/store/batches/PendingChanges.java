package vn.banso.store.batches;

import java.util.List;
import java.util.function.Predicate;
import vn.banso.ledger.change.Change;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.RowSealing;
import vn.banso.store.engine.ScopeWalk;

/** What was saved on this node and is part of its register, but in no batch yet. Never deleted but by becoming a batch. */
public final class PendingChanges {
    private final Db db;
    private final RowSealing atRest;
    private final RecordLevels reached;

    public PendingChanges(Db db, RowSealing atRest, RecordLevels reached) {
        this.reached = reached;
        this.db = db;
        this.atRest = atRest;
    }

    public void add(ScopeId scope, Change change) {
        db.sql("INSERT INTO own (scope, id, type, sealed) VALUES (?, ?, ?, ?)").put(scope).put(change.entry()).put(change.type())
                .put(atRest.change(scope, change)).run();
        reached.touched(scope, change.entry());
    }

    /** The scopes that something waits for. */
    public List<ScopeId> scopes() {
        return ScopeWalk.of(db, "own");
    }

    public List<Change> of(ScopeId scope) {
        return db.sql("SELECT id, sealed FROM own WHERE scope = ? ORDER BY n").put(scope)
                .list(row -> atRest.change(scope, row.entry(1), row.bytes(2)));
    }

    public List<Change> of(ScopeId scope, EntryId id) {
        return db.sql("SELECT sealed FROM own WHERE scope = ? AND id = ? ORDER BY n").put(scope).put(id)
                .list(row -> atRest.change(scope, id, row.bytes(1)));
    }

    /** The oldest of a scope, with the numbers they have here. */
    public List<Numbered> first(ScopeId scope, int most) {
        return db.sql("SELECT n, id, sealed FROM own WHERE scope = ? ORDER BY n LIMIT ?").put(scope).put(most)
                .list(row -> new Numbered(row.number(1), atRest.change(scope, row.entry(2), row.bytes(3))));
    }

    /** Whether what waits first is said about devices. */
    public boolean governs(ScopeId scope) {
        return db.sql("SELECT type FROM own WHERE scope = ? ORDER BY n LIMIT 1").put(scope).number() >= Catalogue.FIRST_GOVERNANCE;
    }

    public record Numbered(long n, Change change) {}

    /** They are in a batch now. */
    public void sealed(ScopeId scope, long upTo) {
        db.sql("DELETE FROM own WHERE scope = ? AND n <= ?").put(scope).put(upTo).run();
    }

    /** After an erasure: what was written of the entry goes too. */
    public void keepOnly(ScopeId scope, EntryId id, Predicate<Change> keep) {
        db.sql("SELECT n, id, sealed FROM own WHERE scope = ? AND id = ?").put(scope).put(id)
                .list(row -> new Numbered(row.number(1), atRest.change(scope, row.entry(2), row.bytes(3)))).stream()
                .filter(o -> !keep.test(o.change())).forEach(o -> db.sql("DELETE FROM own WHERE n = ?").put(o.n()).run());
        reached.touched(scope, id);
    }

    public long count(ScopeId scope) {
        return db.sql("SELECT count(*) FROM own WHERE scope = ?").put(scope).number();
    }
}
