package vn.banso.trust.crypto;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.Opener.Opened;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.EntryId;

/**
 * After an erasure, the stored batches must not keep what the register has dropped. An officer puts another body in the place of a
 * batch's: its header, its hash and so its feed's chain stay as the author signed them; the new body holds the author's remaining changes
 * and the names of those that were removed, and for it the officer signs. That the officer may is asked of {@link vn.banso.trust.governance.Grants#mayRedact}.
 *
 * <p>Nothing can be slipped in: the author's header names all changes of the batch ({@link BatchSealer#nonce}), so what remains and what
 * was removed must together be exactly those. Whether what was removed was erased is told by the register, see the store.
 */
public final class Redactions {
    private static final int REMOVED = Integer.BYTES + 3 * Long.BYTES;

    private Redactions() {}

    /** A change that is gone, by the names that the author's header vouches for. */
    public record Removed(int type, EntryId entry, ChangeId change) implements Comparable<Removed> {
        private static final Comparator<Removed> ORDER =
                Comparator.comparing(Removed::change).thenComparing(Removed::type).thenComparing(Removed::entry);

        static Removed of(Change change) {
            return new Removed(change.type(), change.entry(), change.id());
        }

        @Override
        public int compareTo(Removed other) {
            return ORDER.compare(this, other);
        }

        byte[] bytes() {
            return ByteBuffer.allocate(REMOVED).putInt(type).put(entry.bytes()).putLong(change.value()).array();
        }
    }

    /**
     * What a batch holds.
     *
     * @param left the author's changes that remain
     * @param removed the others
     */
    public record Contents(List<Change> left, List<Removed> removed) {

        public static Contents whole(List<Change> changes) {
            return new Contents(List.copyOf(changes), List.of());
        }

        /** Without these too. */
        public Contents without(Predicate<Change> erased) {
            List<Removed> gone = new ArrayList<>(removed);
            left.stream().filter(erased).map(Removed::of).forEach(gone::add);
            return new Contents(left.stream().filter(erased.negate()).toList(), List.copyOf(gone));
        }

        private Stream<Removed> all() {
            return Stream.concat(left.stream().map(Removed::of), removed.stream());
        }
    }

    /** @return empty where the ring lacks the key of the original */
    public static Optional<RedactionFrame> redact(DeviceKeys officer, Keyring keyring, Batch original, Contents contents) {
        BatchHeader header = original.header();
        return keyring.byId(header.scope(), header.keyId()).map(key -> {
            BodyForm.Packed packed = BodyForm.pack(contents.left);
            byte[] nonce = SecureRandomSource.bytes(Aead.NONCE);
            int left = contents.left.size();
            byte[] boundTo = binding(original.hash(), left, packed.plainLength());
            byte[] body = Aead.seal(key.key(), nonce, boundTo, plain(packed.bytes(), contents.removed));
            RedactionFrame unsigned = new RedactionFrame(original.headerBytes(), original.signature(), body, nonce, left,
                    packed.plainLength(), officer.signingKey(), new byte[0]);
            return new RedactionFrame(unsigned.header(), unsigned.signature(), body, nonce, left, packed.plainLength(),
                    officer.signingKey(), officer.sign(Purpose.REDACTION, signedBytes(unsigned)));
        });
    }

    /** Length and bytes of the packed changes that are left; of each that was removed: type, entry, change. */
    private static byte[] plain(byte[] packed, List<Removed> removed) {
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + packed.length + removed.size() * REMOVED).putInt(packed.length).put(packed);
        removed.forEach(r -> out.put(r.bytes()));
        return out.array();
    }

    private static List<Removed> removed(ByteBuffer in) throws MalformedException {
        if (in.remaining() % REMOVED != 0) {
            throw PartsFormat.damaged();
        }
        List<Removed> removed = new ArrayList<>();
        while (in.hasRemaining()) {
            removed.add(new Removed(in.getInt(), new EntryId(in.getLong(), in.getLong()), new ChangeId(in.getLong())));
        }
        return List.copyOf(removed);
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
        byte[] line = PartsFormat.write("banso redaction mark 1", Hash.sha256(redaction.header()).bytes());
        return (long) ByteBuffer.wrap(Hash.sha256(line).bytes()).getInt() << 32 | 0xffff_ffffL - redaction.changes();
    }

    /** What is left of the batch; unreadable where it is not what its author wrote. */
    public static Opened open(Keyring keyring, RedactionFrame redaction) {
        try {
            BatchHeader header = HeaderForm.read(redaction.header());
            return keyring.byId(header.scope(), header.keyId()).isEmpty() ? new Opened.NoKey()
                    : contents(keyring, redaction).<Opened>map(c -> new Opened.Changes(c.left)).orElseGet(Opened.Unreadable::new);
        } catch (MalformedException e) {
            return e.reason() == MalformedException.Reason.NEWER_FORMAT ? new Opened.Newer() : new Opened.Unreadable();
        }
    }

    /** What is left and what was removed; empty where the ring lacks the key, or it is not what the author of the batch wrote. */
    public static Optional<Contents> contents(Keyring keyring, RedactionFrame redaction) throws MalformedException {
        BatchHeader header = HeaderForm.read(redaction.header());
        Optional<ScopeKey> key = keyring.byId(header.scope(), header.keyId());
        byte[] boundTo = binding(Hash.sha256(redaction.header()), redaction.changes(), redaction.plainLength());
        Optional<byte[]> plain = key.flatMap(k -> Aead.open(k.key(), redaction.nonce(), boundTo, redaction.body()));
        if (plain.isEmpty() || plain.get().length < Integer.BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(plain.get());
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            return Optional.empty();
        }
        byte[] packed = new byte[length];
        in.get(packed);
        Contents contents = new Contents(BodyForm.read(packed, redaction.plainLength(), redaction.changes(), header.author()), removed(in));
        return Optional.of(contents).filter(c -> Arrays.equals(BatchSealer.nonce(key.get(), header, c.all()), header.nonce()));
    }

    private static byte[] signedBytes(RedactionFrame r) {
        return PartsFormat.write("banso redaction 1", binding(Hash.sha256(r.header()), r.changes(), r.plainLength()), r.nonce(),
                Hash.sha256(r.body()).bytes());
    }

    private static byte[] binding(Hash original, int changes, int plainLength) {
        return PartsFormat.write("banso redacted body 1", original.bytes(),
                ByteBuffer.allocate(2 * Integer.BYTES).putInt(changes).putInt(plainLength).array());
    }
}
