package vn.banso.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.Opener.Opened;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.Laptop;
import vn.banso.trust.Province;

/** What is laid out together comes apart as the very batches that their author signed, or not at all. */
class RunSealerTest {
    private static final ScopeId SCOPE = Province.SANG_MOC;
    private static final long SEED = Long.getLong("seed", 20_261_201L);
    private static final long INCARNATION = 8;
    private final Laptop author = new Laptop("Bàn Thị Mùi");
    private final ScopeKey key = ScopeKey.fresh(SCOPE, 1);
    private final RunSealer sender;
    private final RunSealer receiver;

    RunSealerTest() {
        author.ring.add(key);
        sender = new RunSealer(author.ring);
        receiver = new RunSealer(Keyring.of(List.of(key)));
    }

    /** Written at these moments, some of them before what was written earlier: the clock went back. */
    private Change change(Random random, long clock) {
        return Change.of(1 + random.nextInt(2), Catalogue.HOUSEHOLD.id(), new EntryId(7, random.nextInt(40)), author.keys.id(),
                new Stamp(clock), new TreeMap<>(java.util.Map.of(Catalogue.HOUSEHOLD.field("size").id(), new Value.Whole(1 + random.nextInt(9)),
                        Catalogue.HOUSEHOLD.field("address_hint").id(), new Value.Text("cạnh suối " + random.nextInt(5)))), new TreeMap<>());
    }

    private List<Batch> feed(int batches, Random random) {
        return feed(batches, random, Optional.empty());
    }

    private List<Batch> feed(int batches, Random random, Optional<Batch> after) {
        List<Batch> feed = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            List<Change> changes = new ArrayList<>();
            for (int j = random.nextInt(8); j >= 0; j--) {
                changes.add(change(random, random.nextInt(4) == 0 ? random.nextInt(1_000_000) : 1_000L * i + j));
            }
            Optional<Batch> before = feed.isEmpty() ? after : Optional.of(feed.getLast());
            feed.add(new BatchSealer(author.ring).seal(author.keys, INCARNATION, SCOPE, before.map(b -> b.header().number()).orElse(0) + 1,
                    before.map(Batch::hash).orElse(Hash.NONE), changes).orElseThrow());
        }
        return feed;
    }

    private static List<String> bytes(List<Batch> batches) {
        return batches.stream().map(b -> Arrays.toString(b.headerBytes()) + Arrays.toString(b.signature()) + Arrays.toString(b.body())).toList();
    }

    @Test
    void theBatchesComeBackByteForByte() {
        for (int i = 0; i < 12; i++) {
            Random random = new Random(SEED + i);
            List<Batch> feed = feed(2 + random.nextInt(12), random);
            assertThat(RunSealer.following(feed, 0)).isEqualTo(feed.size());
            BatchRun run = sender.together(feed).orElseThrow();
            assertThat(bytes(receiver.apart(run).orElseThrow())).as("-Dseed=" + (SEED + i)).isEqualTo(bytes(feed));
        }
        assertThat(receiver.hasFailed()).isFalse();
    }

    @Test
    void manySmallBatchesTakeLittleMoreThanTheirChangesAndSignatures() {
        List<Batch> feed = feed(60, new Random(SEED));
        long apart = feed.stream().mapToLong(b -> b.headerBytes().length + b.signature().length + b.body().length).sum();
        BatchRun run = sender.together(feed).orElseThrow();
        assertThat(run.body().length + 64L * feed.size()).isLessThan(apart * 2 / 5);
    }

    /** Somebody who has the key lays out other changes under the signatures of the author. */
    @Test
    void whatTheAuthorDidNotWriteComesOutOfNoRun() {
        Random random = new Random(SEED);
        List<Batch> feed = feed(6, random);
        Laptop rogue = new Laptop("Lò Văn Kẻ");
        rogue.ring.add(key);
        for (int bent = 0; bent < feed.size(); bent++) {
            for (int how = 0; how < 3; how++) {
                List<Batch> other = new ArrayList<>();
                for (int i = 0; i < feed.size(); i++) {
                    List<Change> changes = new ArrayList<>(((Opened.Changes) new BatchSealer(author.ring).open(feed.get(i))).changes());
                    if (i == bent) {
                        bend(changes, how, random);
                    }
                    Hash previous = other.isEmpty() ? Hash.NONE : other.getLast().hash();
                    other.add(BatchSealer.made(key, author.keys.signingKey(), INCARNATION, SCOPE, i + 1, previous, feed.get(i).header().schema(),
                            changes, BodyForm.pack(changes), List.of(), Aead::again).signed(feed.get(i).signature()));
                }
                BatchRun run = new RunSealer(rogue.ring).together(other).orElseThrow();
                assertThat(receiver.apart(run)).as("batch " + bent + ", " + how).isEmpty();
            }
        }
        assertThat(receiver.hasFailed()).as("they are asked for one by one").isTrue();
    }

    private void bend(List<Change> changes, int how, Random random) {
        switch (how) {
            case 0 -> changes.removeLast();
            case 1 -> changes.add(change(random, 77));
            default -> changes.set(0, change(random, changes.getFirst().stamp().millis()));
        }
    }

    @Test
    void alteredBytesAndMissingKeysGiveNothing() {
        BatchRun run = sender.together(feed(5, new Random(SEED))).orElseThrow();
        byte[] body = run.body().clone();
        body[3] ^= 1;
        assertThat(receiver.apart(with(run, run.first(), body))).isEmpty();
        assertThat(receiver.apart(with(run, run.first() + 1, run.body()))).isEmpty();
        assertThat(new RunSealer(new Keyring()).apart(run)).isEmpty();
    }

    private static BatchRun with(BatchRun run, int first, byte[] body) {
        return new BatchRun(run.authorKey(), run.incarnation(), run.scope(), first, first > 1 ? Hash.sha256(body) : Hash.NONE, run.schema(), run.keyId(),
                run.nonce(), run.signatures(), run.shares(), run.plainLength(), body);
    }

    @Test
    void aRunEndsWhereTheFeedForksHasAGapClosesAnotherOrGoesOnUnderAnotherKey() {
        Random random = new Random(SEED);
        List<Batch> feed = feed(6, random);
        assertThat(RunSealer.following(feed, 2)).isEqualTo(4);
        assertThat(RunSealer.following(List.of(feed.get(0), feed.get(1), feed.get(3)), 0)).isEqualTo(2);
        assertThat(RunSealer.following(List.of(feed.get(0), feed.get(1), feed.get(1)), 0)).as("a branch").isEqualTo(2);
        author.ring.add(ScopeKey.fresh(SCOPE, 2));
        feed.addAll(feed(1, random, Optional.of(feed.getLast())));
        assertThat(RunSealer.following(feed, 0)).as("another key").isEqualTo(6);
        Batch closing = new BatchSealer(author.ring).seal(author.keys, 10, SCOPE, 1, Hash.NONE, List.of(change(random, 1)),
                List.of(new Closing(8, 1, Hash.sha256(new byte[1])))).orElseThrow();
        assertThat(RunSealer.following(List.of(closing), 0)).isZero();
    }

    /** Another deflater of the same columns is as good for its author, but not to be made again here. */
    @Test
    void whatCannotBeMadeAgainIsNotLaidOut() throws IOException, DataFormatException {
        Random random = new Random(SEED);
        List<Change> changes = List.of(change(random, 1), change(random, 2));
        BodyForm.Packed usual = BodyForm.pack(changes);
        BodyForm.Packed stored = new BodyForm.Packed(stored(usual), usual.plainLength());
        BatchSealer.Made made = BatchSealer.made(key, author.keys.signingKey(), INCARNATION, SCOPE, 1, Hash.NONE, Catalogue.SCHEMA, changes,
                stored, List.of(), Aead::again);
        Batch batch = made.signed(author.keys.sign(Purpose.BATCH, made.header()));
        assertThat(new BatchSealer(author.ring).open(batch)).as("everybody reads it").isEqualTo(new Opened.Changes(changes));
        assertThat(sender.together(List.of(batch))).isEqualTo(Optional.empty());
    }

    private static byte[] stored(BodyForm.Packed packed) throws IOException, DataFormatException {
        byte[] bytes = packed.bytes();
        int from = 2 + bytes[1];
        byte[] plain = new byte[packed.plainLength()];
        try (InputStream dictionary = BodyForm.class.getResourceAsStream("body-1.dict"); Inflater inflater = new Inflater(true);
                Deflater deflater = new Deflater(Deflater.NO_COMPRESSION, true)) {
            inflater.setDictionary(dictionary.readAllBytes());
            inflater.setInput(bytes, from, bytes.length - from);
            assertThat(inflater.inflate(plain)).isEqualTo(plain.length);
            deflater.setInput(plain);
            deflater.finish();
            byte[] stored = new byte[plain.length + 64];
            int length = deflater.deflate(stored);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, from);
            out.write(stored, 0, length);
            return out.toByteArray();
        }
    }
}
