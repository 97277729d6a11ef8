package vn.banso.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Have;
import vn.banso.ledger.HaveForm;
import vn.banso.ledger.Parcel;
import vn.banso.ledger.Receipt;
import vn.banso.register.Catalogue;
import vn.banso.store.Node;
import vn.banso.store.Province;
import vn.banso.trust.Redactions;

/**
 * Puts a parcel together within a size; the same at both ends. What is short and matters most stands in front: where the parcel
 * is cut on its way, have-lists and receipts have come.
 */
final class Outgoing {
    /** The least a peer must take: some batches, have-lists and receipts. */
    static final int LEAST = 128 << 10;
    /** What a frame takes beside its payload; a batch beside header, signature and body. */
    private static final int FRAMING = 16;
    private static final int REDACTION = 512;

    private final Node node;
    private final List<Frame> words = new ArrayList<>();
    private final List<Frame> goods = new ArrayList<>();
    private final Set<Long> redacted = new HashSet<>();
    private long room;
    private long wordsRoom;

    /**
     * @param maxBytes how long the whole parcel may become
     * @param wished how long it should become, as far as batches are concerned: have-lists and receipts must get through on any line
     */
    Outgoing(Node node, long maxBytes, long wished) {
        this.node = node;
        this.room = room(Math.min(maxBytes, wished));
        this.wordsRoom = maxBytes - room(maxBytes) - 1024;
    }

    /** What batches may take of a parcel: a quarter stays free for have-lists and receipts, which must never be what does not fit. */
    static long room(long maxBytes) {
        return maxBytes - maxBytes / 4;
    }

    static long bytes(Batch batch) {
        return batch.headerBytes().length + batch.signature().length + batch.body().length + FRAMING;
    }

    /** What this node holds, in full where that fits, else in short. @return whether it was in full */
    boolean have(Have have) {
        int bytes = HaveForm.write(have).length + FRAMING;
        boolean fits = bytes <= wordsRoom;
        if (fits) {
            wordsRoom -= bytes;
            words.add(new Frame.HaveFrame(have));
        } else {
            haveDigest(have);
        }
        return fits;
    }

    /** What this node holds, in short. */
    Hash haveDigest(Have have) {
        Hash digest = HaveForm.digest(have);
        words.add(new Frame.HaveDigest(have.scope(), digest));
        return digest;
    }

    /** A receipt, where it still fits. */
    boolean receipt(Receipt.Signed receipt) {
        int bytes = receipt.bytes().length + receipt.signature().length + FRAMING;
        if (bytes > wordsRoom) {
            return false;
        }
        wordsRoom -= bytes;
        words.add(new Frame.ReceiptFrame(receipt));
        return true;
    }

    /** A redaction, once, where it still fits. */
    boolean redaction(Frame.RedactionFrame redaction) {
        int bytes = redaction.body().length + REDACTION;
        if (bytes > room || !redacted.add(Redactions.mark(redaction))) {
            return false;
        }
        room -= bytes;
        goods.add(redaction);
        return true;
    }

    /** How many more bytes of batches fit. */
    long room() {
        return room;
    }

    /** As many of these as there is room for; the last one may be a little longer. @return those that go */
    List<Batch> batches(List<Batch> batches) {
        List<Batch> going = new ArrayList<>();
        for (Batch batch : batches) {
            if (room <= 0) {
                return going;
            }
            going.add(batch);
            Optional<Frame.RedactionFrame> instead = node.redaction(batch.hash());
            if (instead.isEmpty()) {
                room -= bytes(batch);
                goods.add(new Frame.BatchFrame(batch));
            } else if (redacted.add(Redactions.mark(instead.get()))) {
                room -= instead.get().body().length + REDACTION;
                goods.add(instead.get());
            }
        }
        return going;
    }

    /** The frames that stand for themselves, without a name in front. */
    List<Frame> frames() {
        List<Frame> all = new ArrayList<>(words);
        all.addAll(goods);
        return all;
    }

    /** The parcel with this node's name in front, signed over the nonce and all that follows. */
    byte[] call(Province province, byte[] nonce, long maxAnswer) {
        return Parcel.write(Introduction.calling(node.device(), intro(province, maxAnswer), nonce, frames()));
    }

    /** The parcel as an answer over a line. */
    byte[] answer(Introduction call, byte[] nonce) {
        return Parcel.write(call.answering(node.device(), nonce, frames()));
    }

    /** The parcel as an answer that is left in a folder: what is in it proves itself. */
    byte[] answer(Province province, int maxCall) {
        List<Frame> all = frames();
        all.addFirst(intro(province, maxCall));
        return Parcel.write(all);
    }

    private Frame.IntroFrame intro(Province province, long maxBytes) {
        return new Frame.IntroFrame(province.governance(), node.device().signingKey(), node.incarnation(), Catalogue.SCHEMA,
                (int) Math.min(Integer.MAX_VALUE, maxBytes));
    }
}
