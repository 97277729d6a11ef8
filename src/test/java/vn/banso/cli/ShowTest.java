package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Json;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;

/** {@code banso show}: what is in a parcel, whole, altered or cut. */
class ShowTest {
    private static final ScopeId COMMUNE = ScopeId.commune("2025-07-01", "05719");

    @TempDir
    private Path dir;
    private final DeviceKeys device = DeviceKeys.generate();
    private final Shell shell = Shell.plain();
    private byte[] parcel;

    @BeforeEach
    void seal() {
        BatchSealer sealer = new BatchSealer(Keyring.of(List.of(ScopeKey.fresh(COMMUNE, 1))));
        List<Frame> frames = new ArrayList<>();
        Hash previous = Hash.NONE;
        for (int number = 1; number <= 3; number++) {
            Change change = Change.of(Kind.CREATE.number(), Catalogue.HOUSEHOLD.id(), new EntryId(7, number), device.id(), Stamp.NEVER,
                    new TreeMap<>(java.util.Map.of(Catalogue.HOUSEHOLD.field("note").id(), new Value.Text("Nông Thị Hạnh"))),
                    Collections.emptySortedMap());
            Batch batch = sealer.seal(device, 5, COMMUNE, number, previous, List.of(change)).orElseThrow();
            previous = batch.hash();
            frames.add(new Frame.BatchFrame(batch));
        }
        frames.add(new Frame.RequestFrame(Enrolment.request(device, "Lý A Páo", Role.VOLUNTEER)));
        parcel = Parcel.write(frames);
    }

    @Test
    void aWholeParcel() throws IOException {
        Answer answer = show(parcel, "--json");
        JsonNode json = Json.read(answer.out());
        assertThat(answer.exit()).isZero();
        assertThat(json.get("complete").booleanValue()).isTrue();
        assertThat(json.get("frames").size()).isEqualTo(4);
        JsonNode second = json.get("frames").get(1);
        assertThat(second.get("type").stringValue()).isEqualTo("batch");
        assertThat(second.get("signature").stringValue()).isEqualTo("good");
        assertThat(second.get("number").intValue()).isEqualTo(2);
        assertThat(second.get("scope").stringValue()).isEqualTo(COMMUNE.toString());
        assertThat(json.get("frames").valueStream().mapToInt(f -> f.get("bytes").intValue()).sum()).isLessThan(parcel.length)
                .isGreaterThan(parcel.length - 60);
        assertThat(answer.out()).doesNotContain("Hạnh").doesNotContain("Páo");
        assertThat(show(parcel).out()).contains("nguyên vẹn: 4").contains("chữ ký đúng").doesNotContain("Páo");
    }

    @Test
    void aCutParcelShowsWhatIsWhole() throws IOException {
        Answer answer = show(Arrays.copyOf(parcel, parcel.length * 2 / 3), "--json");
        JsonNode json = Json.read(answer.out());
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(json.get("complete").booleanValue()).isFalse();
        assertThat(json.get("frames").size()).isBetween(1, 3);
        assertThat(json.get("missing").intValue()).isPositive();
        assertThat(show(Arrays.copyOf(parcel, parcel.length - 3)).out()).contains("còn thiếu");
    }

    @Test
    void aForgedBatchIsSeen() throws Exception {
        Frame.BatchFrame first = (Frame.BatchFrame) Parcel.read(parcel).frames().getFirst();
        byte[] signature = first.batch().signature().clone();
        signature[5] ^= 1;
        Batch forged = Batch.of(first.batch().headerBytes(), signature, first.batch().body());
        Answer answer = show(Parcel.write(List.of(new Frame.BatchFrame(forged))), "--json");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("\"signature\":\"bad\"").contains("\"complete\":true");
    }

    @Test
    void whatIsNoParcelOrANewerOneGetsASentence() throws IOException {
        byte[] newer = parcel.clone();
        newer[5] = 9;
        assertThat(show("Kính gửi".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(new Answer(1, "", "Tệp này không phải gói dữ liệu của Bản Số. Xin chọn tệp khác.\n"));
        assertThat(show(newer).err()).contains("phiên bản mới hơn").contains("cập nhật");
        assertThat(shell.run("show", dir).err()).isNotBlank();
    }

    /** Not only what was made for a test: a laptop hands over, and the office answers. */
    @Tag("slow")
    @Test
    void whateverAStickCarriesHasItsWords() throws IOException {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune");
        province.admit("office", "mai", "volunteer");
        province.done("record", "--dir", province.node("mai"), Files.writeString(dir.resolve("village.json"), """
                [{"type":"village","commune":"05719","fields":{"name":"Khuổi Mèo"}}]"""));
        Path stick = Files.createDirectory(dir.resolve("USB"));
        province.done("handover", "--dir", province.node("mai"), "--to", stick);
        Set<String> types = new TreeSet<>(shown(stick));
        province.done("import", "--dir", province.node("office"), stick);
        types.addAll(shown(stick));
        assertThat(types).contains("intro", "auth", "batch", "receipt", "have");
    }

    /** @return what is on the stick, all of it told in words */
    private Set<String> shown(Path stick) throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(stick)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Answer told = shell.run("show", file);
                assertThat(told).as("%s", file).matches(a -> a.exit() == 0 && a.err().isEmpty(), "told");
                Json.read(shell.run("show", file, "--json").out()).get("frames").forEach(frame -> types.add(frame.get("type").stringValue()));
            }
        }
        return types;
    }

    private Answer show(byte[] bytes, String... more) throws IOException {
        Path file = Files.write(dir.resolve("gói Zalo (1)"), bytes);
        List<Object> words = new ArrayList<>(List.of("show", file));
        words.addAll(List.of(more));
        return shell.run(words.toArray());
    }
}
