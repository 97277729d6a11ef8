package vn.banso.trust.crypto;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Opener;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.Redactions.Removed;

/**
 * Seals and opens the bodies of batches with the keys of a ring: AES-256-GCM under the scope's current key, bound to every
 * header field that is known before sealing, so that a body cannot be moved under another header.
 */
public final class BatchSealer implements Opener {
    private final Keyring keyring;

    public BatchSealer(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * The next batch of a feed, sealed and signed.
     *
     * @param number 1, 2, 3 … within the feed
     * @param previous hash of the batch before, {@link Hash#NONE} for the first
     * @param changes all of this device; {@link BodyForm#split} says how many fit
     * @return empty where the ring has no key for the scope
     */
    public Optional<Batch> seal(DeviceKeys device, long incarnation, ScopeId scope, int number, Hash previous,
                                List<Change> changes) {
        return seal(device, incarnation, scope, number, previous, changes, List.of());
    }

    /** @param closes earlier feeds of the device that go on no more */
    public Optional<Batch> seal(DeviceKeys device, long incarnation, ScopeId scope, int number, Hash previous,
                                List<Change> changes, List<Closing> closes) {
        return keyFor(scope, changes).map(key -> {
            Made made = made(key, device.signingKey(), incarnation, scope, number, previous, Catalogue.SCHEMA, changes, BodyForm.pack(changes), closes,
                    Aead::seal);
            return made.signed(device.sign(Purpose.BATCH, made.header()));
        });
    }

    /** A batch that nobody has signed yet. */
    record Made(byte[] header, byte[] body) {
        Batch signed(byte[] signature) {
            try {
                return Batch.of(header, signature, body);
            } catch (MalformedException e) {
                throw new IllegalStateException("a header that was just written can be read", e);
            }
        }
    }

    /** What a batch of these changes is, to the last byte: whoever has the key makes the same of the same. */
    static Made made(ScopeKey key, byte[] author, long incarnation, ScopeId scope, int number, Hash previous, int schema, List<Change> changes,
                     BodyForm.Packed packed, List<Closing> closes, Aead.Sealing sealing) {
        BatchHeader open = new BatchHeader(author, incarnation, scope, number, previous, schema, key.keyId(),
                new byte[Aead.NONCE], changes.size(), packed.plainLength(), packed.bytes().length + Aead.TAG, Hash.NONE, closes);
        byte[] nonce = nonce(key, open, changes.stream().map(Removed::of));
        byte[] body = sealing.seal(key.key(), nonce, binding(open), packed.bytes());
        return new Made(HeaderForm.write(withBody(open, nonce, body)), body);
    }

    /**
     * The scope's current key. What is said about devices is sealed under the province's: who is let in has no key of the commune
     * before having read it, and keys that it hands out are sealed to each device anyway.
     */
    private Optional<ScopeKey> keyFor(ScopeId scope, List<Change> changes) {
        boolean governs = !changes.isEmpty() && changes.stream().allMatch(c -> c.type() >= Catalogue.FIRST_GOVERNANCE);
        return governs ? keyring.ofProvince().or(() -> keyring.current(scope)) : keyring.current(scope);
    }

    /** {@inheritDoc} Needs no key: relays and {@code banso show} ask it too. */
    @Override
    public boolean genuine(Batch batch) {
        return isGenuine(batch);
    }

    /** Whether body hash and length are those of the header, and the header is signed by the author it names. */
    public static boolean isGenuine(Batch batch) {
        BatchHeader header = batch.header();
        return batch.body().length == header.sealedLength()
                && Hash.sha256(batch.body()).equals(header.bodyHash())
                && DeviceKeys.verify(header.authorKey(), Purpose.BATCH, batch.headerBytes(), batch.signature());
    }

    @Override
    public Opened open(Batch batch) {
        BatchHeader header = batch.header();
        Optional<ScopeKey> key = keyring.opening(header.scope(), header.keyId());
        if (key.isEmpty()) {
            return new Opened.NoKey();
        }
        return Aead.open(key.get().key(), header.nonce(), binding(header), batch.body())
                .map(packed -> read(key.get(), header, packed)).orElseGet(Opened.Unreadable::new);
    }

    private static Opened read(ScopeKey key, BatchHeader header, byte[] packed) {
        try {
            List<Change> changes = BodyForm.read(packed, header.plainLength(), header.changes(), header.author());
            return Arrays.equals(nonce(key, header, changes.stream().map(Removed::of)), header.nonce())
                    ? new Opened.Changes(changes) : new Opened.Unreadable();
        } catch (MalformedException e) {
            return e.reason() == MalformedException.Reason.NEWER_FORMAT ? new Opened.Newer() : new Opened.Unreadable();
        }
    }

    /**
     * The nonce of a batch's body is the author's word for its changes, one by one: so whoever takes some of them out later
     * ({@link Redactions}) can show that the others are all that there was. It follows from the key, from where the batch stands in its
     * feed, and from the names of the changes in whatever order, and so is the same for the same batch alone.
     */
    static byte[] nonce(ScopeKey key, BatchHeader h, Stream<Removed> changes) {
        MessageDigest names = Hash.digest();
        changes.sorted().forEach(c -> names.update(c.bytes()));
        return Arrays.copyOf(Hash.sha256(PartsFormat.write("banso batch nonce 1", key.key(), binding(h), names.digest())).bytes(), Aead.NONCE);
    }

    private static byte[] binding(BatchHeader h) {
        byte[] numbers = ByteBuffer.allocate(3 * Long.BYTES + 4 * Integer.BYTES).putLong(h.incarnation())
                .putLong(h.scope().value()).putLong(h.keyId()).putInt(h.number()).putInt(h.schema()).putInt(h.changes())
                .putInt(h.plainLength()).array();
        return PartsFormat.write("banso batch body 1", h.authorKey(), numbers, h.previous().bytes());
    }

    private static BatchHeader withBody(BatchHeader h, byte[] nonce, byte[] body) {
        return new BatchHeader(h.authorKey(), h.incarnation(), h.scope(), h.number(), h.previous(), h.schema(), h.keyId(),
                nonce, h.changes(), h.plainLength(), body.length, Hash.sha256(body), h.closes());
    }
}
