package vn.banso.ledger;

import static vn.banso.ledger.GoldenReceipts.aside;
import static vn.banso.ledger.GoldenReceipts.have;
import static vn.banso.ledger.GoldenReceipts.later;
import static vn.banso.ledger.GoldenReceipts.receipt;
import static vn.banso.ledger.GoldenReceipts.someFeeds;
import static vn.banso.ledger.GoldenRuns.bytes;
import static vn.banso.ledger.GoldenRuns.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.StateForm;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.sample.Region;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * Made the golden bytes of format version 1 and would make those of a version 2. The bytes of a version that was released are never
 * made again: laptops hold such bytes. Signatures and sealed bodies in them are filler.
 */
final class GoldenMaker {
    static final byte[] KEY = bytes(HeaderForm.KEY_LENGTH, 1);
    static final DeviceId AUTHOR = DeviceId.ofKey(KEY);
    static final ScopeId SCOPE = ScopeId.commune("2025-07-01", "05719");

    private final Path folder;
    private final List<GoldenTest.Vector> vectors = new ArrayList<>();

    private GoldenMaker(Path folder) {
        this.folder = folder;
    }

    /** Argument: the folder to fill. */
    public static void main(String[] args) throws IOException, MalformedException {
        GoldenMaker maker = new GoldenMaker(Path.of(args[0]));
        Files.createDirectories(maker.folder);
        maker.changes();
        maker.headers();
        maker.states();
        maker.statements();
        maker.bodies();
        for (GoldenRuns.Made made : GoldenRuns.all()) {
            maker.add(made.file(), "run", made.bytes(), made.why());
        }
        maker.parcels();
        JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(maker.folder.resolve("vectors.json"), json.writeValueAsString(maker.vectors) + "\n");
    }

    private void add(String file, String form, byte[] bytes, String why) throws IOException {
        add(new GoldenTest.Vector(file, form, "", why, "", 0, 0, ""), bytes);
    }

    private void add(GoldenTest.Vector v, byte[] bytes) throws IOException {
        Files.write(folder.resolve(v.file()), bytes);
        String result = "valid";
        String contents = "";
        try {
            contents = GoldenTest.told(v, bytes);
        } catch (MalformedException e) {
            result = e.reason().name();
        }
        vectors.add(new GoldenTest.Vector(v.file(), v.form(), result, v.why(), contents, v.plainLength(), v.changes(), v.author()));
    }

    static Change person() {
        SortedMap<Integer, Value> fields = new TreeMap<>(Map.of(16, new Value.Ref(new EntryId(1, 2)), 17, new Value.Text("Nông Thị Lụa"),
                18, new Value.Day(1956, 0, 0), 19, new Value.Code(2), 36, Value.BLANK));
        return Change.of(1, Catalogue.PERSON.id(), new EntryId(1, 3), AUTHOR, new Stamp(1_795_000_000_000L), fields, new TreeMap<>());
    }

    private static Change everything() {
        SortedMap<Integer, Value> fields = new TreeMap<>(Map.of(16, new Value.Whole(-1), 20, new Value.Whole(Long.MAX_VALUE), 21,
                new Value.Items(new TreeSet<>(List.of("0.1", "", "ý kiến"))), 22, new Value.Bytes(bytes(5, 250)), 23, new Value.Text(""),
                24, new Value.Text("0912345678"), 25, new Value.Text("H'Hoa  Niê\n😀"), 26, new Value.Code(-1), 9_000, new Value.Code(15)));
        return Change.of(77, 60_000, new EntryId(-1, -2), AUTHOR, new Stamp(-5), fields,
                new TreeMap<>(Map.of(16, new TreeSet<>(List.of(new ChangeId(-1), new ChangeId(1))), 40, new TreeSet<>(List.of(person().id())))));
    }

    private void changes() throws IOException {
        byte[] person = ChangeForm.write(person());
        add("change-person.bin", "change", person, "a person, created; born in a year");
        add("change-newer.bin", "change", ChangeForm.write(everything()), "a kind, type and fields of a newer version; every sort of value");
        add("change-cut.bin", "change", Arrays.copyOf(person, person.length - 1), "a byte is missing");
        add("change-longer.bin", "change", Arrays.copyOf(person, person.length + 1), "a byte too many");
        byte[] version = person.clone();
        version[0] = 2;
        add("change-version-2.bin", "change", version, "a version that this format does not know");
        byte[] start = Arrays.copyOf(person, 43);
        add("change-field-order.bin", "change", with(start, 2, 17, 0, 16, 0, 0), "fields out of order");
        add("change-field-twice.bin", "change", with(start, 2, 17, 0, 17, 0, 0), "a field twice");
        add("change-empty-bases.bin", "change", with(start, 0, 1, 17, 0), "a set of bases with nothing in it");
        add("change-not-utf8.bin", "change", with(start, 1, 17, 1, 2, 0xC3, 0x28, 0), "a text that is not UTF-8");
        add("change-no-date.bin", "change", with(start, 1, 18, 3, 0xA4, 0x0F, 13, 1, 0), "a month 13");
        add("change-long-number.bin", "change", with(start, 0x81, 0, 17, 0, 0), "a number in a longer form than needed");
        add("change-value-99.bin", "change", with(start, 1, 17, 99, 0), "a sort of value that this format does not know");
    }

    private static BatchHeader header(int number, byte[] body, int changes, int plainLength) {
        return new BatchHeader(KEY, 0x1122334455667788L, SCOPE, number, number == 1 ? Hash.NONE : Hash.sha256(KEY), 1, -3,
                bytes(HeaderForm.NONCE_LENGTH, 100), changes, plainLength, body.length, Hash.sha256(body));
    }

    private void headers() throws IOException {
        byte[] first = HeaderForm.write(header(1, KEY, 3, 300));
        byte[] later = HeaderForm.write(header(300, KEY, 3, 300));
        add("header-first.bin", "header", first, "the first of a feed: no hash of the one before");
        add("header-later.bin", "header", later, "a later one");
        add("header-longer.bin", "header", Arrays.copyOf(first, first.length + 1), "a byte too many");
        BatchHeader h = header(300, KEY, 3, 300);
        byte[] closing = HeaderForm.write(new BatchHeader(h.authorKey(), h.incarnation(), h.scope(), h.number(), h.previous(), h.schema(), h.keyId(),
                h.nonce(), h.changes(), h.plainLength(), h.sealedLength(), h.bodyHash(), List.of(
                        new BatchHeader.Closing(5, 12, Hash.sha256(new byte[1])), new BatchHeader.Closing(-5, 300, Hash.sha256(new byte[2])))));
        add("header-closing.bin", "header", closing, "two earlier feeds of the device go on no more");
        byte[] closesItself = closing.clone();
        System.arraycopy(closing, 33, closesItself, later.length + 1, 8);
        add("header-closing-itself.bin", "header", closesItself, "a feed cannot close itself");
        byte[] closesNone = Arrays.copyOf(closing, later.length + 1);
        closesNone[later.length] = 0;
        add("header-closing-none.bin", "header", closesNone, "the schema says that feeds are closed, and none is");
        byte[] zero = first.clone();
        zero[49] = 0;
        add("header-number-0.bin", "header", zero, "batches are numbered from 1");
        byte[] none = later.clone();
        Arrays.fill(none, 51, 83, (byte) 0);
        add("header-later-without-previous.bin", "header", none, "only the first has none before it");
        byte[] version = first.clone();
        version[0] = 9;
        add("header-version-9.bin", "header", version, "a version that this format does not know");
        byte[] huge = new BytesOut(160).bytes(first, 0, 71).varint(3).varint(HeaderForm.MAX_BODY + 1L).varint(32)
                .bytes(Hash.sha256(KEY).bytes()).toBytes();
        add("header-too-large.bin", "header", huge, "a body longer than any reader takes");
    }

    private void states() throws IOException {
        Change one = person();
        Change two = Change.of(2, one.type(), one.entry(), new DeviceId(5, 6), one.stamp().next(0), new TreeMap<>(Map.of(19, new Value.Code(1),
                17, new Value.Text("Nông Thị Lúa"))), new TreeMap<>(Map.of(19, new TreeSet<>(List.of(one.id())))));
        EntryState state = EntryState.empty(one.type(), one.entry()).apply(one);
        add("state-created.bin", "state", StateForm.write(state), "one change");
        add("state-conflict.bin", "state", StateForm.write(state.apply(two)), "two heads of one field, and one that replaced the other");
        add("state-erased.bin", "state", StateForm.write(new EntryState(2, one.entry(), true, new TreeMap<>())), "erased");
    }

    private void statements() throws IOException {
        byte[] receipt = ReceiptForm.write(receipt());
        add("receipt.bin", "receipt", receipt, "all: a feed applied, of which two things are set aside, and one with two ends, carried and applied in part");
        add("receipt-later.bin", "receipt", ReceiptForm.write(later()), "what is other since: a feed has gone on, one is stated no more");
        byte[] beyond = receipt.clone();
        beyond[receipt.length - 1] = 4;
        add("receipt-applied-beyond.bin", "receipt", beyond, "applied further than held");
        add("receipt-cut.bin", "receipt", Arrays.copyOf(receipt, receipt.length - 1), "a byte is missing");
        byte[] version = receipt.clone();
        version[0] = 2;
        add("receipt-version-2.bin", "receipt", version, "a version that this format does not know");
        byte[] refusals = RefusalForm.write(new RefusalPage(new FeedId(AUTHOR, 7, SCOPE), RefusalForm.digest(aside()), 0, aside()));
        add("refusals.bin", "refusals", refusals, "a page: a batch and a change");
        byte[] flag = refusals.clone();
        flag[refusals.length - 9] = 2;
        add("refusals-flag-2.bin", "refusals", flag, "a yes or no that is neither");
        byte[] wanted = RefusalForm.write(new RefusalPage.Wanted(new FeedId(AUTHOR, 7, SCOPE), RefusalForm.digest(aside()), 1_000));
        add("refusals-wanted.bin", "refusals wanted", wanted, "the second page is asked for");
        add("refusals-wanted-longer.bin", "refusals wanted", Arrays.copyOf(wanted, wanted.length + 1), "a byte too many");
        byte[] have = HaveForm.write(new Frame.HaveFrame(have()));
        add("have.bin", "have", have, "two feeds, two receipts, a redaction");
        byte[] order = have.clone();
        System.arraycopy(have, 26, order, 34, 8);
        System.arraycopy(have, 34, order, 26, 8);
        add("have-order.bin", "have", order, "receipts out of order");
        byte[] none = new BytesOut(64).bytes(have, 0, 51).varint(1).device(AUTHOR).u64(1).varint(0).toBytes();
        add("have-no-end.bin", "have", none, "a feed without an end, where all are told");
        byte[] digest = HaveForm.write(new Frame.HaveDigest(SCOPE, HaveForm.digest(have()), have().receipts()));
        add("have-digest.bin", "have digest", digest, "the same in short");
        add("have-digest-cut.bin", "have digest", Arrays.copyOf(digest, digest.length - 1), "a byte is missing");
        byte[] some = HaveForm.write(someFeeds());
        add("have-feeds.bin", "have feeds", some, "three feeds alone, of which one is not held");
        byte[] twice = new BytesOut(160).bytes(HaveForm.write(new Frame.HaveFeeds(SCOPE, HaveForm.digest(have()), List.of(), List.of(), new TreeMap<>(HaveForm.FEEDS))), 0, 27)
                .varint(2).device(AUTHOR).u64(1).varint(0).device(AUTHOR).u64(1).varint(0).toBytes();
        add("have-feeds-twice.bin", "have feeds", twice, "a feed twice");
    }

    private void body(String name, List<Change> changes, String why) throws IOException {
        BodyForm.Packed packed = BodyForm.pack(changes);
        add(new GoldenTest.Vector(name, "body", "", why, "", packed.plainLength(), changes.size(), AUTHOR.toString()), packed.bytes());
    }

    private void bodies() throws IOException {
        SampleChanges commune = new SampleChanges(8, Region.REMOTE, 12, AUTHOR);
        List<Change> visit = commune.households().getFirst();
        List<Change> evening = commune.all().stream().filter(c -> c.type() == Catalogue.ATTENDANCE.id()).limit(4).toList();
        body("body-empty.bin", List.of(), "nothing left after an erasure");
        body("body-visit.bin", visit, "a household and its members");
        body("body-evening.bin", evening, "ids that follow from two links");
        body("body-edits.bin", commune.edits(visit), "edits with bases");
        body("body-newer.bin", List.of(everything()), "everything a newer version may say");
        body("body-mixed.bin", new RandomChanges(3, AUTHOR).list(12), "columns with gaps and sorts of values side by side");
        BodyForm.Packed packed = BodyForm.pack(visit);
        String author = AUTHOR.toString();
        add(new GoldenTest.Vector("body-count.bin", "body", "", "the header says one change more", "", packed.plainLength(),
                visit.size() + 1, author), packed.bytes());
        add(new GoldenTest.Vector("body-length.bin", "body", "", "the header says a byte more", "", packed.plainLength() + 1, visit.size(),
                author), packed.bytes());
        add(new GoldenTest.Vector("body-too-large.bin", "body", "", "the header says more than any reader takes", "",
                HeaderForm.MAX_BODY + 1, visit.size(), author), packed.bytes());
        byte[] version = packed.bytes().clone();
        version[0] = 2;
        add(new GoldenTest.Vector("body-version-2.bin", "body", "", "a version that this format does not know", "", packed.plainLength(),
                visit.size(), author), version);
    }

    private void parcels() throws IOException, MalformedException {
        byte[] body = bytes(200, 7);
        Batch batch = Batch.of(HeaderForm.write(header(1, body, 3, 300)), bytes(64, 64), body);
        List<Frame> frames = List.of(new Frame.IntroFrame(SCOPE, KEY, 9, 1, 1 << 20), new Frame.AuthFrame(bytes(16, 32), bytes(64, 128)),
                new Frame.HaveDigest(SCOPE, HaveForm.digest(have()), have().receipts()), new Frame.HaveFrame(have()), someFeeds(),
                new Frame.BatchFrame(batch), new Frame.ReceiptFrame(receipt()),
                new Frame.RefusalsFrame(new RefusalPage(new FeedId(AUTHOR, 7, SCOPE), RefusalForm.digest(aside()), 0, aside())),
                new Frame.RefusalsWanted(new RefusalPage.Wanted(new FeedId(AUTHOR, 7, SCOPE), RefusalForm.digest(aside()), 0)),
                new Frame.RequestFrame(bytes(5, 1)), new Frame.WelcomeFrame(bytes(6, 1)),
                new Frame.RedactionFrame(batch.headerBytes(), batch.signature(), bytes(30, 3), bytes(12, 9), 2, 90, KEY, bytes(64, 5)),
                new Frame.AnswerFrame(SCOPE, bytes(64, 9)),
                new Frame.RunFrame(GoldenRuns.run(1, new BatchRun.Share(0, 3))), new Frame.SinglyFrame(), new Frame.UnknownFrame(200, bytes(3, 1)));
        byte[] parcel = Parcel.write(frames);
        add("parcel-empty.bin", "parcel", Parcel.write(List.of()), "no frames");
        add("parcel.bin", "parcel", parcel, "every sort of frame, and one of a newer version");
        add("parcel-cut.bin", "parcel", Arrays.copyOf(parcel, parcel.length - 700), "cut off: the whole frames before it are read");
        add("parcel-longer.bin", "parcel", Arrays.copyOf(parcel, parcel.length + 1), "a byte too many");
        byte[] flipped = parcel.clone();
        flipped[500] ^= 4;
        add("parcel-flipped.bin", "parcel", flipped, "one bit altered in a payload");
        byte[] length = parcel.clone();
        length[8] ^= 1;
        add("parcel-length.bin", "parcel", length, "one bit altered in a length: the next whole frame is found");
        byte[] version = parcel.clone();
        version[5] = 2;
        add("parcel-version-2.bin", "parcel", version, "a version that this format does not know");
        add("parcel-other-file.bin", "parcel", "PK\3\4 not ours".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "another file");
    }
}
