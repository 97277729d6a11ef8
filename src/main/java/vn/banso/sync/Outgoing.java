package vn.banso.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.Digest;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.node.Province;
import vn.banso.sync.wire.Introduction;
import vn.banso.trust.crypto.Redactions;
import vn.banso.trust.crypto.RunSealer;

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
    /** Fewer batches than these go one by one. */
    private static final int FEW = 3;
    /** What a run takes beside its body, and each batch in it. */
    private static final int RUN = 128;
    private static final int RUN_BATCH = 64;
    /** At most, what a feed takes in a have-list, and each of its ends. */
    private static final int FEED = 64;
    private static final int END = 37;

    private final Node node;
    private final List<Frame> words = new ArrayList<>();
    private final List<Frame> goods = new ArrayList<>();
    private final Predicate<ScopeId> opens;
    private final Set<Long> redacted = new HashSet<>();
    private long room;
    private final long mostWords;
    private long wordsRoom;
    private boolean tooShort;

    /** One in which every batch goes by itself. */
    Outgoing(Node node, long maxBytes, long wished) {
        this(node, maxBytes, wished, _ -> false);
    }

    /**
     * @param maxBytes how long the whole parcel may become
     * @param wished how long it should become, as far as batches are concerned: have-lists and receipts must get through on any line
     * @param opens of which scopes the other side can open batches: many small ones go to it as {@linkplain vn.banso.ledger.parcel.BatchRun runs}
     */
    Outgoing(Node node, long maxBytes, long wished, Predicate<ScopeId> opens) {
        this.node = node;
        this.opens = opens;
        this.room = room(Math.min(maxBytes, wished));
        this.wordsRoom = maxBytes - room(maxBytes) - 1024;
        this.mostWords = wordsRoom;
    }

    /** What batches may take of a parcel: a quarter stays free for have-lists and receipts, which must never be what does not fit. */
    static long room(long maxBytes) {
        return maxBytes - maxBytes / 4;
    }

    static long bytes(Batch batch) {
        return batch.headerBytes().length + batch.signature().length + batch.body().length + FRAMING;
    }

    /** What this node holds, in full but for what is closed where that fits, else in short. @return whether it was in full */
    boolean have(Have have) {
        Frame.HaveFrame frame = new Frame.HaveFrame(have.without(node.ledger().confirmations().closed(have.scope())), HaveForm.digest(have));
        boolean fits = word(frame, HaveForm.write(frame).length);
        if (!fits) {
            haveDigest(have);
        }
        return fits;
    }

    /** What this node holds, in short. */
    Digest haveDigest(Have have) {
        Digest digest = HaveForm.digest(have);
        words.add(new Frame.HaveDigest(have.scope(), digest, have.receipts()));
        return digest;
    }

    /** What this node holds of these feeds, or of as many of them as fit. @return whether it was all of them */
    boolean haveFeeds(Have have, Collection<FeedId> feeds) {
        Map<FeedId, List<Tip>> held = HaveForm.byFeed(have.tips());
        SortedMap<FeedId, List<Tip>> named = new TreeMap<>(HaveForm.FEEDS);
        long room = wordsRoom - 64 - 8L * (have.receipts().size() + have.redactions().size());
        for (FeedId feed : feeds) {
            List<Tip> ends = held.getOrDefault(feed, List.of());
            room -= FEED + (long) END * ends.size();
            if (room >= 0) {
                named.put(feed, ends);
            }
        }
        Frame.HaveFeeds frame = new Frame.HaveFeeds(have.scope(), HaveForm.digest(have), have.receipts(), have.redactions(), named);
        wordsRoom = Math.min(wordsRoom, Math.max(room, 0));
        words.add(frame);
        return named.size() == feeds.size();
    }

    /** A receipt, where it still fits. */
    boolean receipt(Receipt.News receipt) {
        tooShort |= !everFits(receipt);
        return word(new Frame.ReceiptFrame(receipt), ReceiptForm.length(receipt));
    }

    /** Whether there is a parcel of this length into which it fits. */
    boolean everFits(Receipt.News receipt) {
        return ReceiptForm.length(receipt) + FRAMING <= mostWords;
    }

    /** A page of what was set aside, where it still fits. */
    boolean refusals(RefusalPage refusals) {
        return word(new Frame.RefusalsFrame(refusals), RefusalForm.write(refusals.page()).length + FEED);
    }

    /** Asks for such a page, where that still fits. */
    boolean wanted(RefusalPage.Wanted wanted) {
        return word(new Frame.RefusalsWanted(wanted), FEED);
    }

    /** Asks for batches one by one. */
    void singly() {
        words.add(new Frame.SinglyFrame());
    }

    /**
     * Whether there was a receipt that fits into no parcel of this length, however little else stands in it: whoever calls must hear
     * of it.
     */
    boolean isTooShort() {
        return tooShort;
    }

    private boolean word(Frame frame, int payload) {
        int bytes = payload + FRAMING;
        if (bytes > wordsRoom) {
            return false;
        }
        wordsRoom -= bytes;
        words.add(frame);
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
        for (int at = 0; room > 0 && at < batches.size(); ) {
            List<Batch> next = together(batches, at);
            Optional<BatchRun> run = run(next);
            if (run.isPresent() && bytes(run.get()) > room && at > 0) {
                return going;
            }
            at += next.size();
            if (run.isPresent() && bytes(run.get()) <= room) {
                room -= bytes(run.get());
                goods.add(new Frame.RunFrame(run.get()));
                going.addAll(next);
            } else {
                next.stream().takeWhile(_ -> room > 0).forEach(batch -> {
                    going.add(batch);
                    batch(batch);
                });
            }
        }
        return going;
    }

    private void batch(Batch batch) {
        Optional<Frame.RedactionFrame> instead = node.ledger().redaction(batch.hash());
        if (instead.isEmpty()) {
            room -= bytes(batch);
            goods.add(new Frame.BatchFrame(batch));
        } else if (redacted.add(Redactions.mark(instead.get()))) {
            room -= instead.get().body().length + REDACTION;
            goods.add(instead.get());
        }
    }

    /** The next one, and what may go with it. */
    private List<Batch> together(List<Batch> batches, int from) {
        int count = opens.test(batches.get(from).header().scope()) ? RunSealer.following(batches, from) : 0;
        List<Batch> whole = batches.subList(from, from + count).stream().takeWhile(b -> node.ledger().redaction(b.hash()).isEmpty()).toList();
        return whole.isEmpty() ? List.of(batches.get(from)) : whole;
    }

    /** These laid out together, where that is shorter. */
    private Optional<BatchRun> run(List<Batch> batches) {
        long apart = batches.stream().mapToLong(Outgoing::bytes).sum();
        return batches.size() < FEW ? Optional.empty() : node.ledger().runs().together(batches).filter(r -> bytes(r) < apart);
    }

    private static long bytes(BatchRun run) {
        return run.body().length + (long) RUN_BATCH * run.signatures().size() + 6L * run.shares().size() + RUN + FRAMING;
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

    /** The parcel as an answer that is left in a folder. */
    byte[] answer(Introduction call, Province province, int maxCall) {
        return Parcel.write(call.leaving(node.device(), intro(province, maxCall), frames()));
    }

    private Frame.IntroFrame intro(Province province, long maxBytes) {
        return new Frame.IntroFrame(province.governance(), node.device().signingKey(), node.incarnation(), Catalogue.SCHEMA,
                (int) Math.min(Integer.MAX_VALUE, maxBytes));
    }
}
