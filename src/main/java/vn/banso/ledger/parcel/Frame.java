package vn.banso.ledger.parcel;

import java.util.List;
import java.util.SortedMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.FeedId;
import vn.banso.register.values.ScopeId;

/** One part of a {@link Parcel}. */
public sealed interface Frame {

    /** A batch exactly as its author sealed and signed it. */
    record BatchFrame(Batch batch) implements Frame {}

    /** Several batches laid out together, in the answer to somebody who has their key, or in a welcome. */
    record RunFrame(BatchRun run) implements Frame {}

    /** Whoever calls cannot make batches of a run again, and asks for them one by one. */
    record SinglyFrame() implements Frame {}

    /** A signed receipt, of the node that speaks or of another one, as far as whoever gets it does not hold it. */
    record ReceiptFrame(Receipt.News news) implements Frame {}

    /**
     * What the node that speaks holds of one scope, feed by feed. Feeds that are closed may be left out.
     *
     * @param all of everything, what is left out included: so whoever holds that too knows that it is held
     */
    record HaveFrame(Have have, Digest all) implements Frame {
        /** With nothing left out. */
        public HaveFrame(Have have) {
            this(have, HaveForm.digest(have));
        }
    }

    /** The same in short: {@link HaveForm#digest}. Enough where both sides hold the same. */
    record HaveDigest(ScopeId scope, Digest digest, List<Long> receipts) implements Frame {}

    /**
     * The same of some feeds alone.
     *
     * @param digest of all that is held
     * @param redactions all of the scope
     * @param feeds the ends held of those feeds; none where nothing of one is held
     */
    record HaveFeeds(ScopeId scope, Digest digest, List<Long> receipts, List<Long> redactions, SortedMap<FeedId, List<Tip>> feeds)
            implements Frame {}

    /** A page of what was set aside, as a receipt says. */
    record RefusalsFrame(RefusalPage refusals) implements Frame {}

    /** Somebody asks for such a page. */
    record RefusalsWanted(RefusalPage.Wanted wanted) implements Frame {}

    /**
     * Who speaks; the first frame of every exchange.
     *
     * @param governance whose province it is
     * @param nodeKey public signing key, 32 bytes
     * @param schema the catalogue version it knows
     * @param maxParcelBytes the longest parcel it takes
     */
    record IntroFrame(ScopeId governance, byte[] nodeKey, long incarnation, int schema, int maxParcelBytes) implements Frame {}

    /**
     * The proof of who speaks; the second frame of every exchange, so that it can be judged before the rest is read.
     *
     * @param digest {@link Parcel#digest} of this parcel, {@link Parcel#DIGEST} bytes
     * @param signature over the other's nonce and the digest, 64 bytes
     */
    record AuthFrame(byte[] digest, byte[] signature) implements Frame {}

    /**
     * The proof of who answers a call over a line, the first frame of the answer: the key is known from the greeting.
     *
     * @param governance whose province it is
     * @param signature over the caller's nonce, the digest of the call, the governance scope and {@link Parcel#digest} of this parcel
     */
    record AnswerFrame(ScopeId governance, byte[] signature) implements Frame {}

    /** A device asks to be let in; the bytes are trust's. */
    record RequestFrame(byte[] bytes) implements Frame {}

    /** An officer lets a device in; the bytes are trust's. */
    record WelcomeFrame(byte[] bytes) implements Frame {}

    /**
     * An erased batch: the same feed, number and hash, another body. The author's signature still fits the header; what
     * is new in it is signed by an officer.
     *
     * @param header of the original batch, as its author signed it
     * @param signature of the author over {@code header}
     * @param body sealed under the key the header names, without the erased values; may be empty
     * @param nonce 12 bytes, of the new body
     * @param plainLength of the new body before sealing and compressing
     * @param officerKey public signing key of the officer
     */
    record RedactionFrame(byte[] header, byte[] signature, byte[] body, byte[] nonce, int changes, int plainLength,
                          byte[] officerKey, byte[] officerSignature) implements Frame {}

    /** Of a newer version, or of a type this one does not know; kept as it is. */
    record UnknownFrame(int type, byte[] payload) implements Frame {}
}
