package vn.banso.store.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Receipts;
import vn.banso.store.node.NodeContext;

/**
 * Which earlier feeds of this device may be closed: those that the province holds and counts to the very end that is held here, and that have been
 * quiet for long. Only a receipt that names a batch of the present feed too says so: it was signed after the device had begun anew. Quiet
 * shows that nobody goes on in the feed on another copy of the disk.
 */
final class FeedClosing {
    /** By the clock of the province, in seconds, as serials count them. */
    static final long QUIET = Duration.ofDays(60).toSeconds();

    private final NodeContext in;
    private final Receipts receipts;

    FeedClosing(NodeContext in, Receipts receipts) {
        this.in = in;
        this.receipts = receipts;
    }

    List<Closing> of(ScopeId scope) {
        List<Tip> earlier = in.ends.of(in.self(), scope).stream().filter(tip -> !isPresent(tip.feed().incarnation()))
                .filter(tip -> isOpen(tip.feed())).toList();
        if (earlier.isEmpty()) {
            return List.of();
        }
        List<Closing> closes = new ArrayList<>();
        for (Receipts.Current current : receipts.current(scope)) {
            if (current.level() == Receipts.Level.PROVINCE && namesPresent(current.signed().receipt())) {
                earlier.stream().filter(tip -> isWhole(current.signed().receipt(), tip) && isQuiet(current.signed().receipt(), tip.feed()))
                        .map(tip -> new Closing(tip.feed().incarnation(), tip.number(), tip.hash())).forEach(closes::add);
            }
        }
        return closes.stream().distinct().toList();
    }

    private boolean isOpen(FeedId feed) {
        return in.db.sql("SELECT count(*) FROM closing WHERE scope = ? AND device = ? AND incarnation = ?").put(feed.scope())
                .put(feed.device().bytes()).put(feed.incarnation()).number() == 0;
    }

    /** What an officer does stands in a feed beside the one of what it records. */
    private boolean isPresent(long incarnation) {
        return (incarnation & ~1L) == in.incarnation();
    }

    private boolean namesPresent(Receipt receipt) {
        return receipt.lines().stream().anyMatch(l -> l.device().equals(in.self()) && isPresent(l.incarnation()) && l.applied() > 0);
    }

    private boolean isQuiet(Receipt receipt, FeedId feed) {
        return in.db.sql("SELECT since FROM receipt_feed WHERE scope = ? AND node = ? AND node_incarnation = ? AND device = ? AND incarnation = ?")
                .put(feed.scope()).put(receipt.node().bytes()).put(receipt.incarnation()).put(feed.device().bytes()).put(feed.incarnation())
                .first(row -> row.number(1)).filter(since -> receipt.serial() - since >= QUIET).isPresent();
    }

    /** A feed that forked has two ends, and is never the same as one. */
    private static boolean isWhole(Receipt receipt, Tip tip) {
        Receipt.Feed stated = receipt.feeds().get(tip.feed());
        return stated != null && stated.ends().equals(List.of(new Receipt.End(tip.number(), tip.hash(), tip.number())));
    }
}
