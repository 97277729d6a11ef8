package vn.banso.store.batches;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Receipt.Feed;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.files.StoreException;

/** What receipts say of feeds, a row for each; what a later receipt says again is not written again. */
final class ReceiptRows {
    private static final Feed NO_MORE = new Feed(List.of(), Optional.empty());

    private final Db db;

    ReceiptRows(Db db) {
        this.db = db;
    }

    /** What is known so since a later serial than this one; feeds without an end are stated no more. */
    SortedMap<FeedId, Feed> of(ScopeId scope, DeviceId node, long incarnation, long since) {
        SortedMap<FeedId, Feed> feeds = new TreeMap<>(HaveForm.FEEDS);
        db.sql("SELECT device, incarnation, ends FROM receipt_feed WHERE scope = ? AND node = ? AND node_incarnation = ? AND since > ?")
                .put(scope).put(node.bytes()).put(incarnation).put(since)
                .each(row -> feeds.put(new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope), feed(row.bytes(3))));
        return feeds;
    }

    /** @param earlier what the receipt before said */
    void write(Receipt r, SortedMap<FeedId, Feed> earlier) {
        SortedMap<FeedId, Feed> changed = new TreeMap<>(HaveForm.FEEDS);
        earlier.keySet().forEach(feed -> changed.put(feed, NO_MORE));
        changed.putAll(r.feeds());
        changed.entrySet().removeIf(e -> e.getValue().equals(earlier.get(e.getKey())));
        changed.forEach((feed, state) -> db.sql("REPLACE INTO receipt_feed VALUES (?, ?, ?, ?, ?, ?, ?)").put(r.scope()).put(r.node().bytes())
                .put(r.incarnation()).put(feed.device().bytes()).put(feed.incarnation()).put(r.serial()).put(ReceiptForm.write(state)).run());
    }

    private static Feed feed(byte[] bytes) {
        try {
            return ReceiptForm.readFeed(bytes);
        } catch (MalformedException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a receipt that was readable when it came", e);
        }
    }
}
