package vn.banso.ledger.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.SampleChanges;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.ChangeId;
import vn.banso.register.sample.Region;
import vn.banso.register.values.ScopeId;

/** A cut or altered parcel is noticed, and yields every frame that is whole. */
class ParcelTest {
    private static final byte[] KEY = new byte[32];
    private static final ScopeId SCOPE = new ScopeId(3);
    /** "BANSO" and the version: who alters these has no parcel any more. */
    private static final int MAGIC = 6;

    private static List<Frame> frames() throws MalformedException {
        Batch batch = batch(1);
        Receipt receipt = Receipt.of(KEY, 1, 2, SCOPE, List.of(new Receipt.Line(batch.header().author(), 5, 1, batch.hash(), 1)));
        List<RefusalPage.SetAside> aside = List.of(new RefusalPage.SetAside(batch.hash(), Optional.of(new ChangeId(4)), 5));
        return List.of(new Frame.IntroFrame(SCOPE, KEY, 9, 1, 1 << 20), new Frame.AuthFrame(new byte[Parcel.DIGEST], new byte[64]),
                new Frame.HaveDigest(SCOPE, new Digest(5, -6), List.of(7L)),
                new Frame.HaveFrame(new Have(SCOPE, List.of(new Tip(batch.feed(), 1, batch.hash())), List.of(4L))),
                new Frame.BatchFrame(batch), new Frame.BatchFrame(batch(2)),
                new Frame.ReceiptFrame(new Receipt.Signed(receipt, ReceiptForm.write(receipt), new byte[64]).whole()),
                new Frame.HaveFeeds(SCOPE, new Digest(5, -6), List.of(), List.of(-1L), HaveForm.byFeed(List.of(new Tip(batch.feed(), 1, batch.hash())))),
                new Frame.RefusalsFrame(new RefusalPage(batch.feed(), RefusalForm.digest(aside), 0, aside)),
                new Frame.RefusalsWanted(new RefusalPage.Wanted(batch.feed(), RefusalForm.digest(aside), 1)),
                new Frame.RequestFrame(new byte[] {1, 2}), new Frame.WelcomeFrame(new byte[0]),
                new Frame.RedactionFrame(batch.headerBytes(), batch.signature(), new byte[20], new byte[12], 3, 40, KEY, new byte[64]),
                new Frame.RunFrame(new BatchRun(KEY, 5, SCOPE, 1, Hash.NONE, 1, 9, new byte[12], List.of(new byte[64], new byte[64]),
                        List.of(new BatchRun.Share(0, 2), new BatchRun.Share(1, 1)), 300, batch.body())),
                new Frame.SinglyFrame(), new Frame.AnswerFrame(SCOPE, new byte[64]), new Frame.UnknownFrame(200, new byte[] {7}));
    }

    private static Batch batch(int number) throws MalformedException {
        byte[] body = BodyForm.pack(new SampleChanges(number, Region.REMOTE, 20, DeviceId.ofKey(KEY)).households(1, 2)).bytes();
        Hash previous = number == 1 ? Hash.NONE : Hash.sha256(body);
        return Batch.of(HeaderForm.write(new BatchHeader(KEY, 5, SCOPE, number, previous, 1, 9, new byte[12], 3, 300, body.length,
                Hash.sha256(body))), new byte[64], body);
    }

    private static List<String> bytes(List<Frame> frames) {
        return frames.stream().map(f -> FrameForm.type(f) + ":" + java.util.HexFormat.of().formatHex(FrameForm.payload(f))).toList();
    }

    @Test
    void everyFrameComesBack() throws MalformedException {
        List<Frame> frames = frames();
        byte[] parcel = Parcel.write(frames);
        Parcel.Contents contents = Parcel.read(parcel);
        assertThat(contents.complete()).isTrue();
        assertThat(contents.damaged()).isZero();
        assertThat(contents.missing()).isZero();
        assertThat(bytes(contents.frames())).isEqualTo(bytes(frames));
        assertThat(contents.frames()).extracting(Object::getClass).isEqualTo(frames.stream().map(Object::getClass).toList());
        assertThat(Parcel.write(contents.frames())).isEqualTo(parcel);
        assertThat(Parcel.read(Parcel.write(List.of())).complete()).isTrue();
        assertThat(Parcel.write(List.of())).hasSizeLessThan(40);
    }

    @Test
    void everyFlippedBitIsNoticedAndCostsOneFrame() throws MalformedException {
        byte[] parcel = Parcel.write(frames());
        List<String> whole = bytes(frames());
        Set<String> genuine = new HashSet<>(whole);
        for (int bit = 0; bit < parcel.length * 8; bit++) {
            byte[] altered = parcel.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            if (bit / 8 < MAGIC) {
                assertThatThrownBy(() -> Parcel.read(altered)).isInstanceOf(MalformedException.class);
                continue;
            }
            Parcel.Contents contents = Parcel.read(altered);
            assertThat(contents.complete()).as("bit %d", bit).isFalse();
            assertThat(contents.frames().size()).as("bit %d", bit).isGreaterThanOrEqualTo(whole.size() - 1);
            assertThat(genuine).as("bit %d", bit).containsAll(bytes(contents.frames()));
        }
    }

    @Test
    void everyCutYieldsTheWholeFramesBeforeIt() throws MalformedException {
        List<Frame> frames = frames();
        byte[] parcel = Parcel.write(frames);
        List<String> whole = bytes(frames);
        int least = 0;
        for (int length = 0; length < parcel.length; length++) {
            byte[] cut = Arrays.copyOf(parcel, length);
            if (length < MAGIC) {
                assertThatThrownBy(() -> Parcel.read(cut)).isInstanceOf(MalformedException.class);
                continue;
            }
            Parcel.Contents contents = Parcel.read(cut);
            assertThat(contents.complete()).isFalse();
            assertThat(contents.frames().size()).as("%d bytes", length).isGreaterThanOrEqualTo(least);
            least = contents.frames().size();
            assertThat(bytes(contents.frames())).isEqualTo(whole.subList(0, least));
            if (length > MAGIC) {
                assertThat(contents.missing()).isEqualTo(whole.size() - least);
            }
        }
        assertThat(least).isEqualTo(whole.size());
    }

    @Test
    void bytesLostOrAddedInTheMiddleCostWhatTheyTouch() throws MalformedException {
        byte[] parcel = Parcel.write(frames());
        List<String> whole = bytes(frames());
        for (int at = MAGIC; at < parcel.length; at += 3) {
            for (int lost : new int[] {1, 7}) {
                ByteArrayOutputStream without = new ByteArrayOutputStream();
                without.write(parcel, 0, at);
                without.write(parcel, Math.min(parcel.length, at + lost), Math.max(0, parcel.length - at - lost));
                Parcel.Contents contents = Parcel.read(without.toByteArray());
                assertThat(contents.complete()).isFalse();
                assertThat(contents.frames().size()).isGreaterThanOrEqualTo(whole.size() - 2);
                assertThat(whole).containsAll(bytes(contents.frames()));
            }
        }
        assertThat(Parcel.read(Arrays.copyOf(parcel, parcel.length + 1)).complete()).isFalse();
        assertThat(Parcel.read(Arrays.copyOf(parcel, parcel.length + 1)).frames()).hasSameSizeAs(whole);
    }

    @Test
    void otherFilesAndNewerParcelsAreToldApart() {
        byte[] newer = Parcel.write(List.of());
        newer[5] = 2;
        assertThatThrownBy(() -> Parcel.read(newer)).hasFieldOrPropertyWithValue("reason", Reason.NEWER_FORMAT);
        for (byte[] other : List.of(new byte[0], new byte[100], "BANSO".getBytes(), "PK\3\4 a letter".getBytes())) {
            assertThatThrownBy(() -> Parcel.read(other)).hasFieldOrPropertyWithValue("reason", Reason.NOT_A_PARCEL);
        }
    }

    @Test
    void aFrameOfANewerKindOrVersionIsKeptAsItIs() throws MalformedException {
        Frame.BatchFrame batch = (Frame.BatchFrame) frames().get(4);
        byte[] newer = FrameForm.payload(batch);
        newer[0] = 9;
        byte[] parcel = Parcel.write(List.of(new Frame.UnknownFrame(FrameForm.BATCH, newer), new Frame.UnknownFrame(77, newer)));
        Parcel.Contents contents = Parcel.read(parcel);
        assertThat(contents.complete()).isTrue();
        assertThat(contents.frames()).hasOnlyElementsOfType(Frame.UnknownFrame.class).hasSize(2);
        assertThat(Parcel.write(contents.frames())).isEqualTo(parcel);
    }

    @Test
    void whatIsSignedFollowsTheFramesButTheSignature() throws MalformedException {
        List<Frame> frames = new ArrayList<>(frames());
        byte[] digest = Parcel.digest(frames);
        frames.removeIf(Frame.AuthFrame.class::isInstance);
        assertThat(Parcel.digest(frames)).isEqualTo(digest);
        frames.remove(3);
        assertThat(Parcel.digest(frames)).isNotEqualTo(digest);
    }
}
