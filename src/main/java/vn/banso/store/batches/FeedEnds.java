package vn.banso.store.batches;

import java.util.List;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Sql;

/**
 * The ends of feeds: placed batches that no placed batch follows. Kept with every batch that comes or moves, in its transaction, so that
 * what is held is known without looking through all there is.
 */
public final class FeedEnds {
    private static final String FEED = " WHERE scope = ? AND device = ? AND incarnation = ? AND hash = ?";

    private final Db db;

    public FeedEnds(Db db) {
        this.db = db;
    }

    /** A batch has come, has moved to another standing or has gone: it and the one before it may be ends now, or no longer. */
    void look(Batch batch) {
        look(batch.feed(), batch.hash());
        look(batch.feed(), batch.header().previous());
    }

    private void look(FeedId feed, Hash hash) {
        fill(db.sql("DELETE FROM feed_end" + FEED), feed, hash).run();
        fill(db.sql("""
                INSERT INTO feed_end (scope, device, incarnation, hash, number)
                SELECT scope, device, incarnation, hash, number FROM batch b
                WHERE scope = ? AND device = ? AND incarnation = ? AND hash = ? AND standing <> 'WAITING_PREVIOUS' AND NOT EXISTS (
                    SELECT 1 FROM batch c WHERE c.previous = b.hash AND c.number = b.number + 1 AND c.standing <> 'WAITING_PREVIOUS'
                        AND c.scope = b.scope AND c.device = b.device AND c.incarnation = b.incarnation)"""), feed, hash).run();
    }

    private static Sql fill(Sql sql, FeedId feed, Hash hash) {
        return sql.put(feed.scope()).put(feed.device().bytes()).put(feed.incarnation()).put(hash.bytes());
    }

    /** Those of one device. */
    public List<Tip> of(DeviceId device, ScopeId scope) {
        return db.sql("SELECT incarnation, number, hash FROM feed_end WHERE scope = ? AND device = ?").put(scope).put(device.bytes())
                .list(row -> new Tip(new FeedId(device, row.number(1), scope), row.whole(2), row.hash(3)));
    }

    public List<Tip> of(ScopeId scope) {
        return db.sql("SELECT device, incarnation, number, hash FROM feed_end WHERE scope = ?").put(scope).list(row ->
                new Tip(new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope), row.whole(3), row.hash(4)));
    }
}
