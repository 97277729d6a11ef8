package vn.banso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyDeflate;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.body.BodyWriter;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.merge.StateForm;
import vn.banso.ledger.parcel.BatchRunForm;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;

/** Reads the bytes of format version 1 that were kept on its first day, and makes them again to the last bit. */
class GoldenTest {
    static final Path FOLDER = Path.of("src/test/resources/golden/1");

    /**
     * One line of {@code vectors.json}.
     *
     * @param form parcel, header, change, body, run, receipt, have or state
     * @param result "valid", or the {@link MalformedException.Reason} for which it is refused; parcels with a good start are always
     *     valid, and their contents tell what is missing
     * @param contents as {@link Told} tells them
     * @param why what the vector is there for
     * @param plainLength and {@code changes} and {@code author}: for bodies, as the header would say
     */
    record Vector(String file, String form, String result, String why, String contents, int plainLength, int changes,
                  String author) {}

    static List<Vector> vectors() throws IOException {
        return JsonMapper.builder().build().readValue(Files.readAllBytes(FOLDER.resolve("vectors.json")), new TypeReference<>() {});
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsReadAsOnTheFirstDay() throws IOException {
        return vectors().stream().map(v -> DynamicTest.dynamicTest(v.file(), () -> check(v)));
    }

    @Test
    void theFileNamesEveryVector() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.equals("vectors.json")))
                    .containsExactlyInAnyOrderElementsOf(vectors().stream().map(Vector::file).toList());
        }
        assertThat(vectors()).filteredOn(v -> v.result().equals("valid")).hasSizeGreaterThan(15);
        assertThat(vectors()).filteredOn(v -> !v.result().equals("valid")).hasSizeGreaterThan(15);
    }

    /** Whoever changes one byte of these makes every batch unreadable that was ever sealed. A new list is a new body version. */
    @Test
    void theWordsAndTheDictionaryOfVersion1NeverChange() throws IOException {
        Path resources = Path.of("src/main/resources/vn/banso/ledger/body");
        assertThat(Hash.sha256(Files.readAllBytes(resources.resolve("words-1.txt"))))
                .hasToString("2021f1fe4489c5897d04feb96c247332d0af7aa2765ae7b72c0025f0d33e6634");
        assertThat(Hash.sha256(Files.readAllBytes(resources.resolve("body-1.dict"))))
                .hasToString("45d32e6357e285c596288d7078d12631faef1f67b08802196a6ae0d8d191b83e");
    }

    private static void check(Vector vector) throws IOException, MalformedException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(vector.file()));
        if (!vector.result().equals("valid")) {
            assertThatThrownBy(() -> told(vector, bytes)).isInstanceOfSatisfying(MalformedException.class,
                    e -> assertThat(e.reason().name()).isEqualTo(vector.result()));
            return;
        }
        assertThat(told(vector, bytes)).isEqualTo(vector.contents());
        assertThat(again(vector, bytes)).isEqualTo(bytes);
    }

    static String told(Vector vector, byte[] bytes) throws MalformedException {
        return switch (vector.form()) {
            case "parcel" -> Told.parcel(Parcel.read(bytes));
            case "header" -> Told.header(HeaderForm.read(bytes));
            case "change" -> Told.change(ChangeForm.read(bytes));
            case "body" -> Told.body(body(vector, bytes));
            case "run" -> Told.run(BatchRunForm.read(bytes));
            case "receipt" -> Told.receipt(ReceiptForm.readNews(bytes));
            case "refusals" -> Told.refusals(RefusalForm.readPage(bytes));
            case "refusals wanted" -> Told.wanted(RefusalForm.readWanted(bytes));
            case "have digest" -> Told.haveDigest(HaveForm.readDigest(bytes));
            case "have feeds" -> Told.haveFeeds(HaveForm.readFeeds(bytes));
            case "have" -> Told.have(HaveForm.read(bytes));
            case "state" -> Told.state(StateForm.read(bytes));
            default -> throw new AssertionError(vector.form());
        };
    }

    private static List<Change> body(Vector vector, byte[] bytes) throws MalformedException {
        return BodyForm.read(bytes, vector.plainLength(), vector.changes(), DeviceId.parse(vector.author()));
    }

    private static byte[] again(Vector vector, byte[] bytes) throws MalformedException {
        return switch (vector.form()) {
            case "parcel" -> Parcel.read(bytes).complete() ? Parcel.write(Parcel.read(bytes).frames()) : bytes;
            case "header" -> HeaderForm.write(HeaderForm.read(bytes));
            case "change" -> ChangeForm.write(ChangeForm.read(bytes));
            case "body" -> bodyAgain(vector, bytes);
            case "run" -> BatchRunForm.write(BatchRunForm.read(bytes));
            case "receipt" -> ReceiptForm.write(ReceiptForm.readNews(bytes));
            case "refusals" -> RefusalForm.write(RefusalForm.readPage(bytes));
            case "refusals wanted" -> RefusalForm.write(RefusalForm.readWanted(bytes));
            case "have digest" -> HaveForm.write(HaveForm.readDigest(bytes));
            case "have feeds" -> HaveForm.write(HaveForm.readFeeds(bytes));
            case "have" -> HaveForm.write(HaveForm.read(bytes));
            case "state" -> StateForm.write(StateForm.read(bytes));
            default -> throw new AssertionError(vector.form());
        };
    }

    /** Two deflaters may find different short forms for the same columns: all but those must be equal. */
    private static byte[] bodyAgain(Vector vector, byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(BodyForm.VERSION, "a body");
        byte[] random = in.bytes(in.count(1));
        BodyWriter.Halves halves = BodyWriter.write(body(vector, bytes));
        assertThat(halves.random()).isEqualTo(random);
        assertThat(halves.cbor()).isEqualTo(BodyDeflate.inflate(bytes, in.at(), vector.plainLength()));
        return bytes;
    }
}
