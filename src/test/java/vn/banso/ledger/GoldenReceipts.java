package vn.banso.ledger;

import static vn.banso.ledger.GoldenMaker.AUTHOR;
import static vn.banso.ledger.GoldenMaker.KEY;
import static vn.banso.ledger.GoldenMaker.SCOPE;
import static vn.banso.ledger.GoldenMaker.person;
import static vn.banso.ledger.GoldenRuns.bytes;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.ledger.parcel.RefusalPage.SetAside;
import vn.banso.ledger.parcel.Tip;

/** What the golden receipts and have-lists say. */
final class GoldenReceipts {
    private GoldenReceipts() {}

    static List<SetAside> aside() {
        return List.of(new SetAside(Hash.sha256(new byte[3]), Optional.empty(), Reason.REVOKED.number()),
                new SetAside(Hash.sha256(new byte[3]), Optional.of(person().id()), 99));
    }

    static SortedMap<FeedId, Receipt.Feed> stated() {
        SortedMap<FeedId, Receipt.Feed> feeds = new TreeMap<>(HaveForm.FEEDS);
        feeds.put(new FeedId(AUTHOR, 7, SCOPE), new Receipt.Feed(List.of(new Receipt.End(3, Hash.sha256(KEY), 3)),
                Optional.of(new Receipt.Aside(2, RefusalForm.digest(aside())))));
        feeds.put(new FeedId(AUTHOR, -8, SCOPE), new Receipt.Feed(List.of(new Receipt.End(300, Hash.sha256(new byte[2]), 0),
                new Receipt.End(301, Hash.sha256(new byte[4]), 200)), Optional.empty()));
        return feeds;
    }

    static Receipt.News receipt() {
        Receipt receipt = new Receipt(KEY, 4, 200, SCOPE, stated());
        return new Receipt.Signed(receipt, ReceiptForm.write(receipt), bytes(64, 64)).whole();
    }

    /** The same node, 200 seconds later: one feed has gone on, another one is stated no more. */
    static Receipt.News later() {
        SortedMap<FeedId, Receipt.Feed> feeds = stated();
        FeedId first = feeds.firstKey();
        FeedId last = feeds.lastKey();
        feeds.remove(last);
        Receipt.Feed further = new Receipt.Feed(List.of(new Receipt.End(4, Hash.sha256(new byte[8]), 4)), Optional.empty());
        feeds.put(first, further);
        Receipt receipt = new Receipt(KEY, 4, 400, SCOPE, feeds);
        SortedMap<FeedId, Receipt.Feed> changed = new TreeMap<>(HaveForm.FEEDS);
        changed.put(first, further);
        changed.put(last, new Receipt.Feed(List.of(), Optional.empty()));
        return new Receipt.News(ReceiptForm.head(receipt), ReceiptForm.write(receipt), bytes(64, 64), 200, changed);
    }

    static Frame.HaveFeeds someFeeds() {
        SortedMap<FeedId, List<Tip>> feeds = HaveForm.byFeed(have().tips());
        feeds.put(new FeedId(AUTHOR, 2, SCOPE), List.of());
        return new Frame.HaveFeeds(SCOPE, HaveForm.digest(have()), have().receipts(), have().redactions(), feeds);
    }

    static Have have() {
        return new Have(SCOPE, List.of(new Tip(new FeedId(AUTHOR, -1, SCOPE), 3, Hash.sha256(KEY)),
                new Tip(new FeedId(AUTHOR, 1, SCOPE), 1, Hash.sha256(new byte[1]))), List.of(-1L, 5L), List.of(6L));
    }
}
