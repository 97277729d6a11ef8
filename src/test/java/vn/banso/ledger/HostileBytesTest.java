package vn.banso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.ledger.body.BodyDeflate;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.body.BodyIn;
import vn.banso.ledger.body.BodyWriter;
import vn.banso.ledger.body.ColumnCodec;
import vn.banso.ledger.body.ColumnWriter;
import vn.banso.ledger.body.Tokens;
import vn.banso.ledger.body.WordDictionary;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.StateForm;
import vn.banso.ledger.parcel.BatchRunForm;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.register.sample.Region;

/** Bytes that somebody made to fill a laptop's memory or time end quickly, and nothing but {@link MalformedException} comes out. */
class HostileBytesTest {
    private static final DeviceId AUTHOR = DeviceId.ofKey(new byte[32]);
    private static final int ALTERED = Integer.getInteger("altered", 1_500);
    private static final long MEGABYTE = 1 << 20;

    private interface Reading {
        void run() throws MalformedException;
    }

    /** Refused, and at most so much memory was taken in all, freed or not. */
    private static void refused(Reading reading, long megabytes, Reason... reasons) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(MalformedException.class,
                e -> assertThat(reasons).contains(e.reason()));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(megabytes * MEGABYTE);
    }

    /** A body as an author with a good key could seal it. */
    private static byte[] body(byte[] cbor, byte[] random) {
        return new BytesOut(64).u8(BodyForm.VERSION).varint(random.length).bytes(random).bytes(BodyDeflate.deflate(cbor)).toBytes();
    }

    private static byte[] cbor(Consumer<JsonGenerator> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new CBORFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            writing.accept(generator);
        }
        return bytes.toByteArray();
    }

    /** One group whose columns all have this form; the streams are numbers, codes, dates, words, text, fresh words. */
    private static byte[] group(int columns, int form, byte[]... streams) {
        return cbor(g -> {
            g.writeStartArray();
            g.writeStartArray();
            g.writeStartArray();
            g.writeNumber(1);
            g.writeNumber(1);
            g.writeNumber(0);
            g.writeStartArray();
            for (int i = 0; i < columns; i++) {
                g.writeNumber(i);
            }
            g.writeEndArray();
            byte[] forms = new byte[columns];
            Arrays.fill(forms, (byte) form);
            g.writeBinary(forms);
            g.writeStartArray();
            g.writeEndArray();
            g.writeBinary(new byte[0]);
            g.writeEndArray();
            g.writeEndArray();
            for (byte[] stream : streams) {
                g.writeBinary(stream);
            }
            g.writeEndArray();
        });
    }

    private static byte[] emptyTables() {
        return new BytesOut(4).varint(1).varint(0).bytes(new byte[13]).varint(0).toBytes();
    }

    @Test
    void aDeflateBombStopsAtTheLengthItDeclares() {
        byte[] zeros = new byte[200 << 20];
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(zeros);
        deflater.finish();
        byte[] bomb = new byte[1 << 20];
        int length = deflater.deflate(bomb);
        deflater.end();
        byte[] body = new BytesOut(length + 2).u8(BodyForm.VERSION).varint(0).bytes(bomb, 0, length).toBytes();
        refused(() -> BodyForm.read(body, HeaderForm.MAX_BODY, 1, AUTHOR), 16, Reason.DAMAGED);
        refused(() -> BodyForm.read(body, HeaderForm.MAX_BODY + 1, 1, AUTHOR), 1, Reason.TOO_LARGE);
        refused(() -> BodyForm.read(body, Integer.MAX_VALUE, 1, AUTHOR), 1, Reason.TOO_LARGE);
        refused(() -> BodyForm.read(Arrays.copyOf(body, 50), HeaderForm.MAX_BODY, 1, AUTHOR), 1, Reason.DAMAGED);
        refused(() -> BodyForm.read(body, 100, BodyForm.MOST_CHANGES + 1, AUTHOR), 1, Reason.TOO_LARGE);
    }

    @Test
    void oneValueForEverythingUnfoldsToNothing() {
        byte[] constant = group(1_000, ColumnCodec.BLANK.ordinal() | ColumnWriter.CONSTANT, new byte[4 * 65_536], new byte[0], new byte[0],
                new byte[0], new byte[0], new byte[0]);
        byte[] random = new BytesOut(1 << 18).varint(1).varint(0).bytes(new byte[13]).bytes(new byte[65_536]).toBytes();
        refused(() -> BodyForm.read(body(constant, random), constant.length, 65_536, AUTHOR), 256, Reason.TOO_LARGE);
    }

    @Test
    void aLongWordSaidOftenUnfoldsToNothing() {
        int changes = 2_000;
        BytesOut numbers = new BytesOut(1 << 16).bytes(new byte[4 * changes - 1]);
        BytesOut words = new BytesOut(1 << 18);
        for (int i = 0; i < changes; i++) {
            numbers.varint(WordDictionary.MOST);
            for (int word = 0; word < WordDictionary.MOST; word++) {
                Tokens.write(words, WordDictionary.KNOWN.size());
            }
        }
        byte[] fresh = new BytesOut(1 << 16).text("a".repeat(50_000)).toBytes();
        byte[] bomb = group(1, ColumnCodec.WORDS.ordinal(), numbers.toBytes(), new byte[0], new byte[0], words.toBytes(), new byte[0], fresh);
        byte[] random = new BytesOut(1 << 13).varint(1).varint(0).bytes(new byte[13]).bytes(new byte[changes]).toBytes();
        refused(() -> BodyForm.read(body(bomb, random), bomb.length, changes, AUTHOR), 128, Reason.TOO_LARGE);
    }

    @Test
    void manyGroupsAndDeepNestingEndQuickly() {
        byte[] groups = cbor(g -> {
            g.writeStartArray();
            g.writeStartArray();
            for (int i = 0; i < 200_000; i++) {
                g.writeStartArray();
                g.writeNumber(1);
                g.writeNumber(1);
                g.writeNumber(0);
                for (int half = 0; half < 2; half++) {
                    g.writeStartArray();
                    g.writeEndArray();
                    g.writeBinary(new byte[0]);
                }
                g.writeEndArray();
            }
            g.writeEndArray();
            for (int i = 0; i < BodyIn.STREAMS; i++) {
                g.writeBinary(new byte[0]);
            }
            g.writeEndArray();
        });
        refused(() -> BodyForm.read(body(groups, emptyTables()), groups.length, 60_000, AUTHOR), 256, Reason.DAMAGED, Reason.TOO_LARGE);
        byte[] deep = new byte[1 << 20];
        Arrays.fill(deep, (byte) 0x9F);
        refused(() -> BodyForm.read(body(deep, emptyTables()), deep.length, 1, AUTHOR), 16, Reason.DAMAGED);
    }

    @Test
    void hugeAnnouncedLengthsTakeNoMemory() {
        byte[] long2 = {(byte) 0x87, (byte) 0x80, 0x5A, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0};
        refused(() -> BodyForm.read(body(long2, emptyTables()), long2.length, 0, AUTHOR), 16, Reason.DAMAGED);
        byte[] tables = new BytesOut(16).varint(Integer.MAX_VALUE).varint(Integer.MAX_VALUE).toBytes();
        byte[] none = group(0, 0, new byte[1], new byte[0], new byte[0], new byte[0], new byte[0], new byte[0]);
        refused(() -> BodyForm.read(body(none, tables), none.length, 1, AUTHOR), 16, Reason.DAMAGED);
        byte[] have = new BytesOut(16).u8(1).u64(5).varint(Integer.MAX_VALUE).toBytes();
        refused(() -> HaveForm.read(have), 1, Reason.DAMAGED);
        byte[] receipt = new BytesOut(64).u8(1).bytes(new byte[32]).u64(1).varint(1).u64(5).varint(3).bytes(new byte[96]).varint(0)
                .varint(Integer.MAX_VALUE).toBytes();
        refused(() -> ReceiptForm.readNews(receipt), 1, Reason.DAMAGED);
        byte[] aside = new BytesOut(64).u8(1).u64(5).bytes(new byte[40]).varint(0).varint(Integer.MAX_VALUE).toBytes();
        refused(() -> RefusalForm.readPage(aside), 1, Reason.DAMAGED);
        byte[] run = new BytesOut(128).u8(1).bytes(new byte[48]).varint(1).varint(1).u64(1).bytes(new byte[12]).varint(Integer.MAX_VALUE).toBytes();
        refused(() -> BatchRunForm.read(run), 1, Reason.DAMAGED);
        byte[] shares = new BytesOut(256).bytes(run, 0, run.length - 5).varint(2).bytes(new byte[128]).varint(Integer.MAX_VALUE).toBytes();
        refused(() -> BatchRunForm.read(shares), 1, Reason.DAMAGED);
        byte[] changes = new BytesOut(256).bytes(shares, 0, shares.length - 5).varint(2).varint(0).varint(60_000).varint(1).varint(60_000)
                .varint(300).bytes(new byte[40]).toBytes();
        refused(() -> BatchRunForm.read(changes), 1, Reason.TOO_LARGE);
        byte[] state = new BytesOut(64).u8(1).varint(1).u64(1).u64(1).u8(0).varint(Integer.MAX_VALUE).toBytes();
        refused(() -> StateForm.read(state), 1, Reason.DAMAGED);
    }

    @Test
    void aParcelThatLooksLikeFramesEverywhereIsGivenUp() throws MalformedException {
        byte[] parcel = new byte[4 << 20];
        System.arraycopy(Parcel.write(List.of()), 0, parcel, 0, 7);
        for (int at = 7; at + 6 < parcel.length; at += 6) {
            int length = Math.min(Parcel.MAX_PAYLOAD, parcel.length - at - 16);
            byte[] head = new BytesOut(8).u8(1).varint(Math.max(0, length)).toBytes();
            byte check = (byte) Parcel.CHECK;
            for (byte b : head) {
                check ^= b;
            }
            System.arraycopy(head, 0, parcel, at, Math.min(head.length, parcel.length - at));
            parcel[at + Math.min(head.length, 5)] = at == 7 ? 0 : check;
        }
        Parcel.Contents contents = Parcel.read(parcel);
        assertThat(contents.complete()).isFalse();
        assertThat(contents.frames()).isEmpty();
    }

    @Test
    void alteredBodiesAreReadOrRefusedButNeverBreak() {
        for (int seed = 0; seed < ALTERED; seed++) {
            Random random = new Random(seed);
            List<Change> changes = seed % 2 == 0 ? new RandomChanges(seed, AUTHOR).list(1 + seed % 30)
                    : new SampleChanges(seed % 50, Region.REMOTE, 3, AUTHOR).all();
            BodyWriter.Halves halves = BodyWriter.write(changes.stream().sorted(java.util.Comparator.comparing(Change::stamp)).toList());
            byte[] cbor = halves.cbor().clone();
            byte[] tables = halves.random().clone();
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                byte[] which = random.nextInt(4) == 0 ? tables : cbor;
                which[random.nextInt(which.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(BodyForm.read(body(cbor, tables), cbor.length, changes.size(), AUTHOR)).hasSameSizeAs(changes);
            } catch (MalformedException e) {
                assertThat(e.reason()).as("seed " + seed).isNotEqualTo(Reason.NOT_A_PARCEL);
            }
        }
    }

    @Test
    void alteredStatesAreReadOrRefusedButNeverBreak() {
        for (int seed = 0; seed < ALTERED; seed++) {
            Random random = new Random(seed);
            Change change = new RandomChanges(seed, AUTHOR).next();
            byte[] bytes = StateForm.write(EntryState.empty(change.type(), change.entry()).apply(change));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(StateForm.read(bytes)).isNotNull();
            } catch (MalformedException e) {
                assertThat(e.reason()).as("seed " + seed).isNotEqualTo(Reason.NOT_A_PARCEL);
            }
        }
    }
}
