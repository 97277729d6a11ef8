package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Json;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.sync.Admission;

/** Whatever is handed to the program that it cannot take: one sentence, a way on, and nothing lost. */
@Tag("slow")
class BadInputTest {
    private static final String VILLAGE = """
            [{"type":"village","commune":"05719","fields":{"name":"Khuổi Mèo","kind":"ban","region":"remote","unit_list":"2025-07-01","commune":"05719"}}]""";

    @TempDir
    private Path dir;
    private Province province;
    private Path stick;

    @BeforeEach
    void aDaysWorkOnAStick() throws IOException {
        province = Province.found(dir, "19");
        province.admit("province", "office", "commune");
        province.admit("office", "mai", "volunteer");
        record("mai");
        stick = Files.createDirectory(dir.resolve("USB"));
        province.done("handover", "--dir", province.node("mai"), "--to", stick);
    }

    @Test
    void aCutParcelGivesWhatIsWhole() throws IOException {
        byte[] parcel = Files.readAllBytes(parcel());
        Path cut = Files.write(dir.resolve("image (3).jpg"), Arrays.copyOf(parcel, parcel.length - 20));
        Answer answer = province.run("import", "--dir", province.node("office"), cut, "--json");
        assertThat(Json.read(answer.out()).get("batches_new").intValue()).isBetween(0, 1);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("image (3).jpg").contains("phần còn thiếu vẫn ở máy gửi");
        JsonNode whole = Json.read(province.done("import", "--dir", province.node("office"), parcel(), "--json").out());
        assertThat(whole.get("batches_new").intValue() + whole.get("batches_known").intValue()).isPositive();
        assertThat(province.digest("office")).isEqualTo(province.digest("mai"));
    }

    @Test
    void aSingleFileIsNoStickToPullOut() throws IOException {
        Answer answer = province.done("import", "--dir", province.node("office"), parcel());
        assertThat(answer.out()).doesNotContain("rút").contains("Tệp trả lời ở");
        assertThat(province.done("import", "--dir", province.node("office"), stick).out()).as("nor is a folder").doesNotContain("rút");
        assertThat(province.done("import", "--dir", province.node("mai"), stick).err()).contains("banso handover");
    }

    @Test
    void aWelcomeForAnotherMachine() throws IOException {
        for (String name : new String[] {"hoa", "tú"}) {
            province.done("node", "request", "--dir", province.node(name), "--holder", "Ai đó", "--role", "volunteer",
                    "--out", dir.resolve(name + ".request"));
        }
        Path welcome = dir.resolve("hoa.letter");
        province.done("node", "approve", "--dir", province.node("office"), dir.resolve("hoa.request"), "--communes", "05719",
                "--out", welcome);
        province.refused("dành cho máy khác", "node", "join", "--dir", province.node("tú"), welcome);
        province.refused("không dùng cho bước này", "node", "join", "--dir", province.node("hoa"), dir.resolve("hoa.request"));
        province.refused("không dùng cho bước này", "node", "approve", "--dir", province.node("office"), welcome, "--communes", "05719",
                "--out", dir.resolve("other.letter"));
        province.done("node", "join", "--dir", province.node("hoa"), welcome);
    }

    @Test
    void aFileOfAnOfficeProgramIsReadAsItIsMeant() throws IOException {
        Path file = Files.writeString(dir.resolve("marked.json"), "\uFEFF" + VILLAGE);
        province.done("record", "--dir", province.node("mai"), file);
        Files.writeString(file, VILLAGE, StandardCharsets.UTF_16);
        province.refused("UTF-8", "record", "--dir", province.node("mai"), file);
    }

    @Test
    void aCommuneThatIsNotTheirsIsNotRecorded() throws IOException {
        Path file = Files.writeString(dir.resolve("elsewhere.json"), VILLAGE.replace("05719", "05818"));
        province.refused("chưa được giao xã 05818", "record", "--dir", province.node("mai"), file);
        assertThat(province.done("attention", "--dir", province.node("mai"), "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void aForgedParcelChangesNothing() throws IOException {
        byte[] parcel = Files.readAllBytes(parcel());
        String before = province.digest("office");
        for (int at = 0; at < parcel.length; at += 97) {
            byte[] altered = parcel.clone();
            altered[at] ^= 4;
            Path file = Files.write(dir.resolve("altered"), altered);
            province.run("import", "--dir", province.node("office"), file);
            assertThat(province.digest("office")).isIn(before, province.digest("mai"));
        }
    }

    @Test
    void notAParcelANewerOneAndNothingAtAll() throws IOException {
        Path letter = Files.writeString(dir.resolve("thư.txt"), "Kính gửi");
        Answer answer = province.run("import", "--dir", province.node("office"), letter);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("thư.txt").contains("không phải là gói");
        byte[] newer = Files.readAllBytes(parcel());
        newer[5] = 77;
        Answer later = province.run("import", "--dir", province.node("office"), Files.write(dir.resolve("newer"), newer));
        assertThat(later.exit()).isEqualTo(1);
        assertThat(later.err()).contains("mới hơn").contains("cập nhật");
        province.refused("an toàn trên máy này", "import", "--dir", province.node("office"), dir.resolve("nothing"));
    }

    @Test
    void anotherProvincesParcelIsLeft() throws IOException {
        Province other = Province.found(Files.createDirectory(dir.resolve("other")), "15");
        String before = other.digest("province");
        Answer answer = other.run("import", "--dir", other.node("province"), parcel());
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("tỉnh khác");
        assertThat(other.digest("province")).isEqualTo(before);
    }

    @Test
    void aBatchWhoseGrantHasNotComeWaits() throws IOException {
        JsonNode tally = Json.read(province.run("import", "--dir", province.node("province"), parcel(), "--json").out());
        assertThat(tally.get("set_aside").intValue()).isZero();
        assertThat(tally.get("rejected").intValue()).isZero();
        JsonNode attention = Json.read(province.run("attention", "--dir", province.node("province"), "--json").out());
        assertThat(tally.get("parked").intValue()).as("the commune has said that it has the grant: it is not written on the stick again").isPositive();
        assertThat(attention).as("what nobody vouches for yet stands in no list").isEmpty();
        province.done("handover", "--dir", province.node("office"), "--to", stick);
        province.run("import", "--dir", province.node("province"), stick);
        assertThat(province.run("attention", "--dir", province.node("province"), "--json").out()).isEqualTo("[]\n");
        assertThat(province.digest("province")).isEqualTo(province.digest("mai"));
    }

    @Test
    void aTargetThatCannotBeWrittenTo() throws IOException {
        Path odd = Files.createDirectory(dir.resolve("odd"));
        Files.writeString(odd.resolve("BANSO"), "a file where a folder should be");
        Answer answer = province.run("handover", "--dir", province.node("mai"), "--to", odd);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("an toàn trên máy này");
        assertThat(Files.readString(odd.resolve("BANSO"))).startsWith("a file");
    }

    @Test
    void aPortalThatAnswersForEverybody() throws IOException {
        HttpServer portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", exchange -> {
            byte[] page = "<html>Đăng nhập Wi-Fi miễn phí</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        portal.start();
        try {
            province.refused("cần đăng nhập", "handover", "--dir", province.node("mai"), "--to",
                    "http://127.0.0.1:" + portal.getAddress().getPort() + "/");
        } finally {
            portal.stop(0);
        }
    }

    @Test
    void aDamagedStoreIsSetAsideAndWhatCanBeReadIsTakenOver() throws IOException {
        province.done("import", "--dir", province.node("office"), stick);
        Path database = province.node("mai").resolve("node.db");
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            for (long at = 4096; at < file.length(); at += 4096) {
                file.seek(at);
                file.write(new byte[2048]);
            }
        }
        Answer answer = province.done("status", "--dir", province.node("mai"));
        assertThat(answer.out() + answer.err()).contains("để riêng", "Đã lấy lại", "Dữ liệu vẫn đầy đủ");
        assertThat(setAside()).hasSize(1);
        JsonNode states = province.states("mai");
        assertThat(states.valueStream().filter(JsonNode::isInt).mapToInt(JsonNode::intValue).sum()).as("%s", states).isEqualTo(1);
        for (int again = 0; again < 2; again++) {
            province.done("handover", "--dir", province.node("mai"), "--to", stick);
            province.done("import", "--dir", province.node("office"), stick);
        }
        assertThat(province.digest("mai")).isEqualTo(province.digest("office"));
        assertThat(province.done("status", "--dir", province.node("mai")).err()).doesNotContain("để riêng");
    }

    private List<Path> setAside() throws IOException {
        try (Stream<Path> files = Files.list(province.node("mai"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("node.db.damaged")).toList();
        }
    }

    /** Each passes for something harmless at first sight: an empty database for a new one, a folder without one for no node. */
    @Test
    void aNodeThatLostAFileIsNeverMadeAnew() throws IOException {
        Path mai = province.node("mai");
        Path aside = dir.resolve("aside");
        Files.move(mai.resolve("node.db"), aside);
        province.refused("không thấy tệp dữ liệu", "status", "--dir", mai);
        Files.copy(aside, mai.resolve("node.db"));
        byte[] vault = Files.readAllBytes(mai.resolve("vault"));
        Files.write(mai.resolve("vault"), Arrays.copyOf(vault, 40));
        province.refused("Tệp khóa", "status", "--dir", mai);
        Files.delete(mai.resolve("vault"));
        province.refused("Tệp khóa", "status", "--dir", mai);
        Files.write(mai.resolve("vault"), vault);
        assertThat(province.states("mai").get("handed_over").intValue()).isEqualTo(1);
        Files.write(mai.resolve("node.db"), new byte[0]);
        province.refused("để riêng", "status", "--dir", mai);
        assertThat(mai.resolve("node.db")).doesNotExist();
        Files.copy(aside, mai.resolve("node.db"));
        assertThat(province.states("mai").get("handed_over").intValue()).isEqualTo(1);
    }

    /** A command named help must not lend its words to the option of that name. */
    @Test
    void helpIsTheSameEverywhere() {
        String line = province.done("status", "--help").out().lines().filter(l -> l.contains("--help")).findFirst().orElseThrow();
        assertThat(province.done("passphrase", "--help").out()).contains(line.strip());
    }

    @Test
    void anOfficerDoesNotShutThemselvesOut() throws IOException, MalformedException {
        Object device = Admission.readRequest(Files.readAllBytes(dir.resolve("office.request"))).device();
        province.refused("không tự thu hồi", "node", "revoke", "--dir", province.node("office"), device);
    }

    private Path parcel() throws IOException {
        try (Stream<Path> files = Files.walk(stick)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private void record(String node) throws IOException {
        province.done("record", "--dir", province.node(node), Files.writeString(dir.resolve("village.json"), VILLAGE));
    }
}
