package vn.banso.trust;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.Batch;
import vn.banso.ledger.BatchHeader;
import vn.banso.ledger.BodyForm;
import vn.banso.ledger.Change;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.FeedId;
import vn.banso.ledger.Frame.RedactionFrame;
import vn.banso.ledger.Hash;
import vn.banso.ledger.HeaderForm;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Opener.Opened;
import vn.banso.ledger.Tip;

/**
 * After an erasure, the stored batches must not keep what the register has dropped. An officer puts another body in the place
 * of a batch's: its header, its hash and so its feed's chain stay as the author signed them; for the new body, which holds the
 * author's remaining changes, the officer signs. That the officer may is asked of {@link Grants#mayRedact}.
 */
public final class Redactions {
    private Redactions() {}

    /**
     * @param left the author's changes that remain
     * @return empty where the ring lacks the key of the original
     */
    public static Optional<RedactionFrame> redact(DeviceKeys officer, Keyring keyring, Batch original, List<Change> left) {
        BatchHeader header = original.header();
        return keyring.byId(header.scope(), header.keyId()).map(key -> {
            BodyForm.Packed packed = BodyForm.pack(left);
            byte[] nonce = Chance.bytes(Aead.NONCE);
            byte[] boundTo = binding(original.hash(), left.size(), packed.plainLength());
            byte[] body = Aead.seal(key.key(), nonce, boundTo, packed.bytes());
            RedactionFrame unsigned = new RedactionFrame(original.headerBytes(), original.signature(), body, nonce, left.size(),
                    packed.plainLength(), officer.signingKey(), new byte[0]);
            return new RedactionFrame(unsigned.header(), unsigned.signature(), body, nonce, left.size(), packed.plainLength(),
                    officer.signingKey(), officer.sign(Purpose.REDACTION, signedBytes(unsigned)));
        });
    }

    /** Whether the header is its author's and the rest the officer's. */
    public static boolean isGenuine(RedactionFrame redaction) {
        try {
            BatchHeader header = HeaderForm.read(redaction.header());
            return DeviceKeys.verify(header.authorKey(), Purpose.BATCH, redaction.header(), redaction.signature())
                    && DeviceKeys.verify(redaction.officerKey(), Purpose.REDACTION, signedBytes(redaction),
                            redaction.officerSignature());
        } catch (MalformedException _) {
            return false;
        }
    }

    /** Whether it stands for a batch that whoever named these ends of feeds holds. */
    public static boolean concerns(RedactionFrame redaction, Collection<Tip> tips) {
        try {
            BatchHeader header = HeaderForm.read(redaction.header());
            FeedId feed = header.feed();
            return tips.stream().anyMatch(t -> t.feed().equals(feed) && header.number() <= t.number());
        } catch (MalformedException _) {
            return false;
        }
    }

    /** The device that answers for it. */
    public static DeviceId officer(RedactionFrame redaction) {
        return DeviceId.ofKey(redaction.officerKey());
    }

    /**
     * What a have-list names the redaction by, among the marks of receipts: 32 bits of its batch, then a number that grows the less
     * is left. So a node that still holds the whole batch is sent the redaction, although it lacks nothing else.
     */
    public static long mark(RedactionFrame redaction) {
        byte[] line = Parts.write("banso redaction mark 1", Hash.sha256(redaction.header()).bytes());
        return (long) ByteBuffer.wrap(Hash.sha256(line).bytes()).getInt() << 32 | 0xffff_ffffL - redaction.changes();
    }

    /** What is left of the batch. */
    public static Opened open(Keyring keyring, RedactionFrame redaction) {
        try {
            BatchHeader header = HeaderForm.read(redaction.header());
            Optional<ScopeKey> key = keyring.byId(header.scope(), header.keyId());
            if (key.isEmpty()) {
                return new Opened.NoKey();
            }
            byte[] boundTo = binding(Hash.sha256(redaction.header()), redaction.changes(), redaction.plainLength());
            Optional<byte[]> packed = Aead.open(key.get().key(), redaction.nonce(), boundTo, redaction.body());
            return packed.isEmpty() ? new Opened.Unreadable() : new Opened.Changes(BodyForm.read(packed.get(),
                    redaction.plainLength(), redaction.changes(), header.author()));
        } catch (MalformedException e) {
            return e.reason() == MalformedException.Reason.NEWER_FORMAT ? new Opened.Newer() : new Opened.Unreadable();
        }
    }

    private static byte[] signedBytes(RedactionFrame r) {
        return Parts.write("banso redaction 1", binding(Hash.sha256(r.header()), r.changes(), r.plainLength()), r.nonce(),
                Hash.sha256(r.body()).bytes());
    }

    private static byte[] binding(Hash original, int changes, int plainLength) {
        return Parts.write("banso redacted body 1", original.bytes(),
                ByteBuffer.allocate(2 * Integer.BYTES).putInt(changes).putInt(plainLength).array());
    }
}
