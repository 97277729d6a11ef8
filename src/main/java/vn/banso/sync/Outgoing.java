package vn.banso.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Have;
import vn.banso.ledger.Parcel;
import vn.banso.ledger.Receipt;
import vn.banso.register.Catalogue;
import vn.banso.store.Node;
import vn.banso.store.Province;
import vn.banso.trust.Purpose;

/** Puts a parcel together within a size; the same at both ends. */
final class Outgoing {
    /** What a batch takes beside its header, signature and body. */
    private static final int FRAMING = 16;

    private final Node node;
    private final int maxBytes;
    private final List<Frame> frames = new ArrayList<>();
    private long room;

    Outgoing(Node node, int maxBytes) {
        this.node = node;
        this.maxBytes = maxBytes;
        this.room = room(maxBytes);
    }

    /** What batches may take of a parcel: a quarter stays free for have-lists and receipts, which must never be what does not fit. */
    static long room(int maxBytes) {
        return maxBytes - maxBytes / 4L;
    }

    static long bytes(Batch batch) {
        return batch.headerBytes().length + batch.signature().length + batch.body().length + FRAMING;
    }

    void frame(Frame frame) {
        frames.add(frame);
    }

    /** The newest receipts of a scope that the other side does not name. */
    void receiptsLacking(Have theirs) {
        Map<Integer, Long> named = new HashMap<>();
        theirs.receipts().forEach(mark -> named.merge(Marks.line(mark), Marks.serial(mark), Math::max));
        for (Receipt.Signed receipt : node.receiptsFor(theirs.scope())) {
            if (named.getOrDefault(Marks.line(receipt.mark()), -1L) < Marks.serial(receipt.mark())) {
                frames.add(new Frame.ReceiptFrame(receipt));
            }
        }
    }

    /** How many more bytes of batches fit. */
    long room() {
        return room;
    }

    void batches(List<Batch> batches) {
        for (Batch batch : batches) {
            room -= bytes(batch);
            frames.add(node.redaction(batch.hash()).<Frame>map(r -> r).orElseGet(() -> new Frame.BatchFrame(batch)));
        }
    }

    /** The parcel with this node's name in front, signed over the nonce and all that follows. */
    byte[] signed(Province province, byte[] nonce) {
        List<Frame> all = new ArrayList<>();
        all.add(new Frame.IntroFrame(province.governance(), node.device().signingKey(), node.incarnation(), Catalogue.SCHEMA, maxBytes));
        all.addAll(frames);
        all.add(1, new Frame.AuthFrame(node.device().sign(Purpose.CALL, Introduction.message(nonce, Parcel.digest(all)))));
        return Parcel.write(all);
    }
}
