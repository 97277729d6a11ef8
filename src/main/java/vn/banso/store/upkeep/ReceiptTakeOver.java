package vn.banso.store.upkeep;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Digest;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.register.values.ScopeId;
import vn.banso.store.ledger.Ledger;
import vn.banso.store.node.NodeContext;
import vn.banso.store.pages.FoundRecord;

/** Takes the receipts of others out of a damaged file: those of which all that was signed is still there. */
final class ReceiptTakeOver {
    private final NodeContext in;
    private final Ledger ledger;
    private final DamagedFile file;

    ReceiptTakeOver(NodeContext in, Ledger ledger, DamagedFile file) {
        this.in = in;
        this.ledger = ledger;
        this.file = file;
    }

    void take() {
        // What was set aside must be known before the receipts that speak of it.
        in.door.enter(() -> in.db.commit(() -> file.receiptAsides.forEach(this::aside)));
        file.receipts.forEach(this::receipt);
    }

    private void aside(FoundRecord found) {
        try {
            Digest digest = RefusalForm.digest(RefusalForm.read(found.bytes("listed")));
            byte[] key = ByteBuffer.allocate(2 * Long.BYTES).putLong(digest.hi()).putLong(digest.lo()).array();
            if (Arrays.equals(key, found.bytes("digest"))) {
                in.db.sql("INSERT OR IGNORE INTO receipt_aside VALUES (?, ?, ?)").put(key).put(found.whole("many")).put(found.bytes("listed")).run();
            }
        } catch (MalformedException _) {
            // Asked for anew.
        }
    }

    private void receipt(FoundRecord found) {
        try {
            Receipt.Head head = ReceiptForm.readHead(found.bytes("bytes"));
            SortedMap<FeedId, Receipt.Feed> feeds = new TreeMap<>(HaveForm.FEEDS);
            for (FoundRecord row : file.receiptFeeds) {
                if (row.whole("scope") == head.scope().value() && row.whole("node_incarnation") == head.incarnation()
                        && Arrays.equals(row.bytes("node"), head.node().bytes()) && DamagedFile.device(row.bytes("device")).isPresent()) {
                    Receipt.Feed feed = ReceiptForm.readFeed(row.bytes("ends"));
                    if (!feed.ends().isEmpty()) {
                        feeds.put(new FeedId(DeviceId.of(row.bytes("device")), row.whole("incarnation"), new ScopeId(row.whole("scope"))), feed);
                    }
                }
            }
            ledger.confirmations().accept(new Receipt.News(head, found.bytes("bytes"), found.bytes("signature"), 0, feeds));
        } catch (MalformedException _) {
            // The next exchange brings it whole.
        }
    }
}
