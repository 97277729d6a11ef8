package vn.banso.store.batches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Owed;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;

/** What this node holds, and what of it somebody else lacks. Computed each time; the memory of the last answer is only speed. */
public final class FeedTips {
    /** Of a commune for which this node only carries, nobody here knows who works there. */
    private static final String PASSED_ON = "(length(holder) > 0 OR scope NOT IN (SELECT scope FROM scope_key))";

    private final Db db;
    private final FeedEnds ends;
    private final Map<ScopeId, List<Tip>> known = new ConcurrentHashMap<>();

    public FeedTips(Db db, FeedEnds ends) {
        this.db = db;
        this.ends = ends;
    }

    /** Batches have come or moved. */
    public void changed() {
        known.clear();
    }

    /** Batches of that scope alone have come: with them may have come a place for others of the same feed. */
    public void changed(ScopeId scope) {
        known.remove(scope);
    }

    /** Also those of which there is only what somebody known brought of authors nobody here has heard of. */
    public List<ScopeId> scopes() {
        return db.sql("SELECT scope FROM feed_end UNION SELECT scope FROM batch WHERE standing = 'WAITING_PREVIOUS' AND standing <> 'APPLIED' "
                + "UNION SELECT scope FROM own UNION SELECT scope FROM scope_key UNION SELECT scope FROM unvouched WHERE " + PASSED_ON)
                .list(row -> row.scope(1));
    }

    public List<Tip> tips(ScopeId scope) {
        return known.computeIfAbsent(scope, s -> {
            // What a transaction has seen that fails afterwards was never so.
            db.afterRollback(known::clear);
            return ends.of(s);
        });
    }

    /** @param receipts and redactions: the marks of those that stand here */
    public Have have(ScopeId scope, List<Long> receipts, List<Long> redactions) {
        return new Have(scope, tips(scope), receipts, redactions);
    }

    /** Every batch that somebody who named these tips lacks, each after the one it follows. */
    public List<Hash> lacking(ScopeId scope, List<Tip> theirs) {
        return Owed.batches(tips(scope), theirs, this::links);
    }

    List<Owed.Link> links(FeedId feed) {
        return db.sql("SELECT number, hash, previous FROM batch WHERE scope = ? AND device = ? AND incarnation = ? "
                        + "AND standing <> 'WAITING_PREVIOUS'")
                .put(feed.scope()).put(feed.device().bytes()).put(feed.incarnation())
                .list(row -> new Owed.Link(row.whole(1), row.hash(2), row.hash(3)));
    }

    /**
     * Batches that came before the ones they follow, and those that somebody known brought of authors nobody here has heard of. Nobody
     * lacks them here, for nobody here can place them; but whoever is not known to have come that far in their feed, or was
     * never given them, may.
     */
    public List<Hash> gapped(ScopeId scope, List<Tip> theirs) {
        Map<FeedId, Integer> furthest = new HashMap<>();
        theirs.forEach(t -> furthest.merge(t.feed(), t.number(), Math::max));
        List<Hash> gapped = new ArrayList<>();
        db.sql("SELECT device, incarnation, number, hash, handed FROM batch WHERE standing = 'WAITING_PREVIOUS' AND standing <> 'APPLIED' "
                        + "AND scope = ? UNION ALL SELECT device, incarnation, number, hash, handed FROM unvouched WHERE scope = ? "
                        + "AND " + PASSED_ON + " ORDER BY device, incarnation, number").put(scope).put(scope).each(row -> {
            FeedId feed = new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope);
            if (row.whole(3) > furthest.getOrDefault(feed, 0) || row.whole(5) == 0) {
                gapped.add(row.hash(4));
            }
        });
        return gapped;
    }

    /** A batch that is held, part of anything or not. */
    public Optional<Batch> batch(Hash hash) {
        return db.sql("SELECT header, signature, body FROM batch WHERE hash = ? UNION ALL SELECT header, signature, body FROM unvouched "
                + "WHERE hash = ?").put(hash.bytes()).put(hash.bytes()).first(SqlShelf::batch);
    }

    /** As many of these as fit, in order; at least one, where there is one. */
    public List<Batch> load(List<Hash> hashes, long maxBytes, Set<Hash> except) {
        List<Batch> loaded = new ArrayList<>();
        long bytes = 0;
        for (Hash hash : hashes) {
            if (except.contains(hash)) {
                continue;
            }
            bytes += db.sql("SELECT length FROM batch WHERE hash = ? UNION ALL SELECT length(header) + length(signature) + length(body) "
                    + "FROM unvouched WHERE hash = ?").put(hash.bytes()).put(hash.bytes()).number();
            if (bytes > maxBytes && !loaded.isEmpty()) {
                return loaded;
            }
            loaded.add(batch(hash).orElseThrow());
        }
        return loaded;
    }
}
