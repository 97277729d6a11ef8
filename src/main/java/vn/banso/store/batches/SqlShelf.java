package vn.banso.store.batches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.BatchStore;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.ResultRow;
import vn.banso.store.engine.RowSealing;
import vn.banso.store.engine.Sql;
import vn.banso.store.files.StoreException;
import vn.banso.store.projection.EntryRows;
import vn.banso.store.tables.EntryFlags;

/** The shelf of a real node. Every verb runs within the transaction of whoever calls it. */
public final class SqlShelf implements BatchStore {
    private static final String BATCH = "SELECT header, signature, body FROM batch ";

    private final Db db;
    private final RowSealing atRest;
    private final EntryRows entries;
    private final PendingChanges own;
    private final DeviceId self;
    private final FeedEnds ends;
    private final RecordLevels reached;
    private ShelfWatcher watcher = (_, _, _) -> { };
    private final List<Erased> erased = new ArrayList<>();
    private final Set<Erased> unconfirmed = new LinkedHashSet<>();
    private boolean looked;
    private Optional<Hash> folded = Optional.empty();

    public SqlShelf(Db db, RowSealing atRest, EntryRows entries, PendingChanges own, FeedEnds ends, RecordLevels reached, DeviceId self) {
        this.ends = ends;
        this.reached = reached;
        this.db = db;
        this.atRest = atRest;
        this.entries = entries;
        this.own = own;
        this.self = self;
    }

    @Override
    public Optional<BatchStatus> standing(Hash batch) {
        return db.sql("SELECT standing FROM batch WHERE hash = ?").put(batch.bytes())
                .first(row -> BatchStatus.valueOf(row.text(1)));
    }

    @Override
    public Optional<Reason> reason(Hash batch) {
        return db.sql("SELECT reason FROM batch WHERE hash = ? AND standing = 'SET_ASIDE'").put(batch.bytes())
                .first(row -> Reason.of(row.whole(1)).orElse(Reason.DAMAGED));
    }

    @Override
    public Optional<Batch> get(Hash batch) {
        return db.sql(BATCH + "WHERE hash = ?").put(batch.bytes()).first(SqlShelf::batch);
    }

    @Override
    public List<Batch> after(Hash previous) {
        return db.sql(BATCH + "WHERE previous = ? ORDER BY n").put(previous.bytes()).list(SqlShelf::batch);
    }

    @Override
    public List<Batch> firsts(ScopeId scope) {
        return db.sql(BATCH + "WHERE scope = ? AND number = 1 ORDER BY n").put(scope).list(SqlShelf::batch);
    }

    /** The batch of the columns header, signature, body. */
    public static Batch batch(ResultRow row) {
        return batch(row, 1);
    }

    /** @param first the column of the header; the others follow */
    public static Batch batch(ResultRow row, int first) {
        try {
            return Batch.of(row.bytes(first), row.bytes(first + 1), row.bytes(first + 2));
        } catch (MalformedException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a batch that was readable when it came", e);
        }
    }

    public void watch(ShelfWatcher who) {
        watcher = who;
    }

    /** Where nothing becomes another, nothing is written: whole communes are judged again when grants change. */
    @Override
    public void put(Batch batch, BatchStatus standing, Optional<Reason> reason) {
        Optional<BatchStatus> before = standing(batch.hash());
        if (before.isEmpty()) {
            insert(batch, standing, reason);
        } else if (before.get() != standing || !reason.equals(reason(batch.hash()))) {
            Sql update = db.sql("UPDATE batch SET standing = ?, reason = ? WHERE hash = ?").put(standing.name());
            reasonInto(update, reason);
            update.put(batch.hash().bytes()).run();
        }
        if (before.filter(standing::equals).isEmpty()) {
            ends.look(batch);
            watcher.put(batch, number(batch.hash()), standing);
        }
    }

    private void insert(Batch batch, BatchStatus standing, Optional<Reason> reason) {
        BatchHeader h = batch.header();
        Sql sql = db.sql("INSERT INTO batch (scope, device, incarnation, number, hash, previous, standing, reason, own, length, header, "
                        + "signature, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .put(h.scope()).put(h.author().bytes()).put(h.incarnation()).put(h.number()).put(batch.hash().bytes())
                .put(h.previous().bytes()).put(standing.name());
        reasonInto(sql, reason);
        sql.put(h.author().equals(self) ? 1 : 0)
                .put(batch.headerBytes().length + batch.signature().length + batch.body().length)
                .put(batch.headerBytes()).put(batch.signature()).put(batch.body()).run();
        h.closes().forEach(c -> db.sql("INSERT OR IGNORE INTO closing SELECT scope, device, ?, n FROM batch WHERE hash = ?")
                .put(c.incarnation()).put(batch.hash().bytes()).run());
    }

    @Override
    public List<Batch> closing(BatchHeader header) {
        return db.sql("SELECT header, signature, body FROM closing c JOIN batch b ON b.n = c.batch "
                        + "WHERE c.scope = ? AND c.device = ? AND c.incarnation = ? ORDER BY c.batch").put(header.scope())
                .put(header.author().bytes()).put(header.incarnation()).list(SqlShelf::batch);
    }

    private static void reasonInto(Sql sql, Optional<Reason> reason) {
        reason.ifPresentOrElse(r -> sql.put(r.number()), sql::putNothing);
    }

    /** Of this batch the changes became part of the register when they were saved: folding it the first time writes no entries. */
    public void knowingFolded(Hash batch, Runnable work) {
        folded = Optional.of(batch);
        try {
            work.run();
        } finally {
            folded = Optional.empty();
        }
    }

    @Override
    public void fold(Batch batch, List<Change> changes, List<Refusal> refused) {
        ScopeId scope = batch.header().scope();
        long n = number(batch.hash());
        if (folded.filter(batch.hash()::equals).isPresent()) {
            changes.stream().filter(c -> c.type() < Catalogue.FIRST_GOVERNANCE).map(Change::entry).distinct().forEach(id -> touch(scope, id, n));
        } else {
            foldAnew(batch, n, changes);
        }
        folded = Optional.empty();
        changes.stream().filter(c -> c.kind() == Kind.ERASE.number()).forEach(c -> erased.add(new Erased(scope, c.entry())));
        keepRefused(n, scope, refused);
    }

    private void touch(ScopeId scope, EntryId id, long batch) {
        db.sql("INSERT OR IGNORE INTO touch VALUES (?, ?, ?)").put(scope).put(id).put(batch).run();
        reached.touched(scope, id);
    }

    private void foldAnew(Batch batch, long n, List<Change> changes) {
        ScopeId scope = batch.header().scope();
        Map<Key, List<Change>> byEntry = new LinkedHashMap<>(changes.size() * 2);
        changes.forEach(c -> byEntry.computeIfAbsent(new Key(c.entry(), c.type()), _ -> new ArrayList<>(1)).add(c));
        boolean mine = batch.header().author().equals(self);
        List<Work> works = byEntry.entrySet().parallelStream().map(e -> work(scope, e.getKey(), e.getValue(), mine)).toList();
        for (Work work : works) {
            if (work.fresh().isEmpty() || !entries.insert(work.fresh().get())) {
                entries.fold(scope, work.key().id(), work.key().type(), work.changes());
            }
            if (work.key().type() < Catalogue.FIRST_GOVERNANCE) {
                touch(scope, work.key().id(), n);
            }
        }
    }

    public record Erased(ScopeId scope, EntryId id) {}

    /** The erasures folded since the last time. */
    public List<Erased> takeErased() {
        List<Erased> taken = List.copyOf(erased);
        erased.clear();
        return taken;
    }

    /** Erasures that were swept behind, and at first those of all times, until they are {@linkplain #confirmed confirmed}. */
    public List<Erased> unconfirmed() {
        if (!looked) {
            db.sql("SELECT scope, id FROM entry WHERE flags = " + EntryFlags.ERASED).each(row -> unconfirmed.add(new Erased(row.scope(1), row.entry(2))));
            looked = true;
        }
        return List.copyOf(unconfirmed);
    }

    public void swept(Erased one) {
        unconfirmed.add(one);
    }

    public void confirmed(Erased one) {
        unconfirmed.remove(one);
    }

    private record Key(EntryId id, int type) {}

    /** @param fresh the row, made beforehand for an entry that most likely is not here yet */
    private record Work(Key key, List<Change> changes, Optional<EntryRows.Made> fresh) {}

    private Work work(ScopeId scope, Key key, List<Change> changes, boolean mine) {
        boolean looksNew = !mine && changes.getFirst().kind() == Kind.CREATE.number();
        return new Work(key, changes, looksNew
                ? Optional.of(entries.make(scope, EntryRows.fold(EntryState.empty(key.type(), key.id()), changes)))
                : Optional.empty());
    }

    private void keepRefused(long n, ScopeId scope, List<Refusal> refused) {
        db.sql("DELETE FROM refused WHERE batch = ?").put(n).run();
        for (Refusal refusal : refused) {
            Change c = refusal.change();
            db.sql("REPLACE INTO refused VALUES (?, ?, ?, ?, ?, ?, ?)").put(n).put(c.id().value()).put(scope).put(c.entry())
                    .put(c.type()).put(refusal.reason().number()).put(atRest.change(scope, c)).run();
        }
    }

    @Override
    public SortedMap<ChangeId, Reason> refused(Hash batch) {
        SortedMap<ChangeId, Reason> refused = new TreeMap<>();
        db.sql("SELECT r.change, r.reason FROM refused r JOIN batch b ON b.n = r.batch WHERE b.hash = ?").put(batch.bytes())
                .each(row -> refused.put(new ChangeId(row.number(1)), Reason.of(row.whole(2)).orElse(Reason.DAMAGED)));
        return refused;
    }

    @Override
    public void unfold(ScopeId scope) {
        entries.clear(scope);
        reached.forget(scope);
        own.of(scope).forEach(c -> entries.fold(scope, c.entry(), c.type(), List.of(c)));
    }

    public List<ScopeId> scopes() {
        return db.sql("SELECT scope FROM feed_end UNION SELECT scope FROM batch WHERE standing = 'WAITING_PREVIOUS' AND standing <> 'APPLIED'")
                .list(row -> row.scope(1));
    }

    /** The local number of a batch. */
    public long number(Hash batch) {
        return db.sql("SELECT n FROM batch WHERE hash = ?").put(batch.bytes()).number();
    }
}
