package vn.banso.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Opener.Opened;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.Laptop;
import vn.banso.trust.Province;

class BatchSealerTest {
    private static final ScopeId SCOPE = Province.SANG_MOC;
    private final Laptop laptop = new Laptop("Bàn Thị Mùi");
    private final BatchSealer sealer = new BatchSealer(laptop.ring);
    private final ScopeKey key = ScopeKey.fresh(SCOPE, 1);
    private final List<Change> changes;
    private final Batch batch;

    BatchSealerTest() {
        laptop.ring.add(key);
        changes = List.of(laptop.create(Province.household()), laptop.create(Province.household()));
        batch = laptop.seals(SCOPE, changes);
    }

    @Test
    void whoHasTheKeyReadsWhatWasWritten() {
        assertThat(sealer.genuine(batch)).isTrue();
        assertThat(((Opened.Changes) sealer.open(batch)).changes()).containsExactlyInAnyOrderElementsOf(changes);
    }

    @Test
    void aRelayVerifiesWithoutReading() {
        BatchSealer relay = new BatchSealer(new Keyring());
        assertThat(relay.genuine(batch)).isTrue();
        assertThat(relay.open(batch)).isInstanceOf(Opened.NoKey.class);
        assertThat(relay.seal(laptop.keys, 1, SCOPE, 1, Hash.NONE, changes)).isEmpty();
    }

    @Test
    void everyFlippedBitIsNoticed() throws MalformedException {
        for (int bit = 0; bit < batch.headerBytes().length * 8; bit++) {
            byte[] header = flipped(batch.headerBytes(), bit);
            try {
                assertThat(sealer.genuine(Batch.of(header, batch.signature(), batch.body()))).as("header bit " + bit).isFalse();
            } catch (MalformedException _) {
                assertThat(header).isNotEqualTo(batch.headerBytes());
            }
        }
        for (int bit = 0; bit < batch.signature().length * 8; bit++) {
            assertThat(sealer.genuine(Batch.of(batch.headerBytes(), flipped(batch.signature(), bit), batch.body()))).isFalse();
        }
        for (int bit = 0; bit < batch.body().length * 8; bit++) {
            assertThat(sealer.genuine(Batch.of(batch.headerBytes(), batch.signature(), flipped(batch.body(), bit)))).isFalse();
        }
        assertThat(sealer.genuine(Batch.of(batch.headerBytes(), batch.signature(), Arrays.copyOf(batch.body(), 5)))).isFalse();
        assertThat(sealer.genuine(Batch.of(batch.headerBytes(), new byte[3], batch.body()))).isFalse();
    }

    /** A reader of the commune cannot sign somebody else's sealed body as its own. */
    @Test
    void aBodyMovedUnderAnotherHeaderCannotBeRead() throws MalformedException {
        Laptop thief = new Laptop("Lò Văn Kẻ");
        BatchHeader h = batch.header();
        byte[] header = HeaderForm.write(new BatchHeader(thief.keys.signingKey(), 1, h.scope(), h.number(), h.previous(),
                h.schema(), h.keyId(), h.nonce(), h.changes(), h.plainLength(), h.sealedLength(), h.bodyHash()));
        Batch stolen = Batch.of(header, thief.keys.sign(Purpose.BATCH, header), batch.body());
        assertThat(sealer.genuine(stolen)).isTrue();
        assertThat(sealer.open(stolen)).isInstanceOf(Opened.Unreadable.class);
    }

    @Test
    void aSignatureForAnotherPurposeIsWorthNothing() throws MalformedException {
        for (Purpose purpose : Purpose.values()) {
            Batch signed = Batch.of(batch.headerBytes(), laptop.keys.sign(purpose, batch.headerBytes()), batch.body());
            assertThat(sealer.genuine(signed)).as(purpose.name()).isEqualTo(purpose == Purpose.BATCH);
        }
    }

    @Test
    void theNewestKeySealsAndOldOnesStillOpen() {
        Laptop other = new Laptop("Hà Thị Nhàn");
        ScopeKey next = ScopeKey.fresh(SCOPE, 2);
        other.ring.add(next);
        other.ring.add(key);
        Batch later = other.seals(SCOPE, changes(other));
        assertThat(later.header().keyId()).isEqualTo(next.keyId());
        assertThat(sealer.open(later)).isInstanceOf(Opened.NoKey.class);
        assertThat(new BatchSealer(other.ring).open(batch)).isInstanceOf(Opened.Changes.class);
    }

    @Test
    void keysOfOneScopeDoNotOpenAnother() {
        Keyring wrong = Keyring.of(List.of(ScopeKey.of(Province.LA_BANG, 1, key.key())));
        assertThat(new BatchSealer(wrong).open(batch)).isInstanceOf(Opened.NoKey.class);
    }

    @Test
    void anOfficersRedactionTakesTheBodysPlace() {
        Laptop officer = new Laptop("Triệu Văn Sình");
        officer.ring.add(key);
        RedactionFrame redaction = Redactions.redact(officer.keys, officer.ring, batch,
                Redactions.Contents.whole(changes).without(c -> !c.equals(changes.getFirst()))).orElseThrow();
        assertThat(Redactions.isGenuine(redaction)).isTrue();
        assertThat(Redactions.officer(redaction)).isEqualTo(officer.keys.id());
        assertThat(((Opened.Changes) Redactions.open(laptop.ring, redaction)).changes()).isEqualTo(changes.subList(0, 1));
        assertThat(Redactions.open(new Keyring(), redaction)).isInstanceOf(Opened.NoKey.class);
        RedactionFrame other = new RedactionFrame(redaction.header(), redaction.signature(), flipped(redaction.body(), 3),
                redaction.nonce(), redaction.changes(), redaction.plainLength(), redaction.officerKey(),
                redaction.officerSignature());
        assertThat(Redactions.isGenuine(other)).isFalse();
        assertThat(Redactions.open(laptop.ring, other)).isInstanceOf(Opened.Unreadable.class);
        RedactionFrame renamed = new RedactionFrame(redaction.header(), redaction.signature(), redaction.body(),
                redaction.nonce(), redaction.changes(), redaction.plainLength(), laptop.keys.signingKey(),
                redaction.officerSignature());
        assertThat(Redactions.isGenuine(renamed)).isFalse();
    }

    private static List<Change> changes(Laptop author) {
        return List.of(author.create(Province.household()));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] altered = bytes.clone();
        altered[bit / 8] ^= (byte) (1 << bit % 8);
        return altered;
    }
}
