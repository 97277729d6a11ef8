package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Json;
import vn.banso.store.Node;

/** The road from the doorstep to the province and back, one command after the other, as a person types them. */
@Tag("slow")
class RoadTest {
    private static final String FAMILY = """
            [{"type":"village","as":"v","commune":"05719","fields":{"name":"Khuổi Mèo","kind":"ban","region":"remote","unit_list":"2025-07-01","commune":"05719"}},
             {"type":"household","as":"h","commune":"05719","fields":{"village":"@v","head":"@p","fibre_available":"yes","fibre_subscribed":"no"}},
             {"type":"person","as":"p","commune":"05719","fields":{"household":"@h","name":"Nông Thị Hạnh","born":"1980","sex":"female",
              "smartphone":"own"}}]""";

    @TempDir
    private Path dir;
    private Province province;
    private Shell shell;

    @BeforeEach
    void foundAProvince() {
        province = Province.found(dir, "19");
        shell = province.shell();
        province.admit("province", "office", "commune");
        province.admit("office", "mai", "volunteer");
    }

    @AfterEach
    void pullTheStickOut() {
        System.clearProperty("banso.sticks");
    }

    @Test
    void recordHandOverByStickAndGetTheReceiptBack() throws IOException {
        JsonNode recorded = Json.read(done("record", "--dir", dir.resolve("mai"), family(), "--json").out());
        assertThat(recorded.get("entries").valueStream().map(e -> e.get("as").stringValue())).containsExactly("v", "h", "p");
        assertThat(recorded.get("changes").intValue()).isEqualTo(3);
        assertThat(states("mai").get("here").intValue()).isEqualTo(3);

        Path stick = Files.createDirectory(dir.resolve("USB"));
        System.setProperty("banso.sticks", stick.toString());
        assertThat(done("handover", "--dir", dir.resolve("mai"), "--to", stick).out()).contains("rút USB an toàn");
        assertThat(states("mai").get("handed_over").intValue()).isEqualTo(3);
        JsonNode came = Json.read(done("import", "--dir", dir.resolve("office"), stick, "--json").out());
        assertThat(came.get("batches_new").intValue()).isPositive();
        assertThat(Json.read(done("import", "--dir", dir.resolve("office"), stick, "--json").out()).get("batches_new").intValue()).isZero();
        done("handover", "--dir", dir.resolve("mai"), "--to", stick);
        assertThat(states("mai").get("commune").intValue()).isEqualTo(3);
        assertThat(digest("mai")).isEqualTo(digest("office")).matches("[0-9a-f]{64}");

        Path mail = Files.createDirectory(dir.resolve("mail"));
        assertThat(done("handover", "--dir", dir.resolve("office"), "--to", mail).out()).as("nobody pulls a folder out").doesNotContain("rút").contains("Đã bàn giao 1 gói dữ liệu");
        assertThat(done("import", "--dir", dir.resolve("province"), mail).out()).doesNotContain("rút");
        done("handover", "--dir", dir.resolve("office"), "--to", mail);
        done("import", "--dir", dir.resolve("office"), stick);
        done("handover", "--dir", dir.resolve("mai"), "--to", stick);
        assertThat(states("mai").get("province").intValue()).isEqualTo(3);
        assertThat(digest("province")).isEqualTo(digest("mai"));
        assertThat(shell.run("attention", "--dir", dir.resolve("province"), "--json")).isEqualTo(new Answer(0, "[]\n", ""));
    }

    @Test
    void theProvinceCounts() throws IOException {
        done("record", "--dir", dir.resolve("office"), family());
        JsonNode lines = Json.read(done("indicators", "--dir", dir.resolve("office"), "--unit", "05719", "--json").out());
        JsonNode fibre = lines.valueStream().filter(l -> l.get("id").stringValue().equals("I04")).findFirst().orElseThrow();
        assertThat(fibre.toString()).isEqualTo("{\"id\":\"I04\",\"line\":\"I04\",\"unit\":\"05719\",\"n\":0,\"d\":1,\"answered\":1,\"all\":1,\"withheld\":0}");
        assertThat(done("indicators", "--dir", dir.resolve("office")).out()).contains("I01").contains("100,0 % · 1 / 1");
        assertThat(done("indicators", "--dir", dir.resolve("office"), "--lang", "en").out()).contains("100.0 % · 1 / 1");
        assertThat(shell.run("indicators", "--dir", dir.resolve("office"), "--unit", "05818").exit()).isEqualTo(1);
        assertThat(shell.run("indicators", "--dir", dir.resolve("office"), "--unit", "99999").exit()).isEqualTo(2);
    }

    @Test
    void aDayInThePastIsToldToBeAnsweredWithTodaysValues() throws IOException {
        done("record", "--dir", dir.resolve("office"), family());
        Path office = dir.resolve("office");
        assertThat(done("indicators", "--dir", office, "--at", "2001-01-31").out().lines().filter(l -> l.contains(" · ")).toList())
                .isNotEmpty().allMatch(l -> l.endsWith("theo số liệu hiện nay"));
        assertThat(Json.read(done("indicators", "--dir", office, "--at", "2001-01-31", "--json").out()).valueStream())
                .isNotEmpty().allMatch(l -> l.get("values").stringValue().equals("now"));
        assertThat(done("indicators", "--dir", office, "--json").out()).doesNotContain("values");
        assertThat(shell.run("indicators", "--dir", office, "--at", "+999999999-12-31").exit()).isEqualTo(2);
        assertThat(shell.run("indicators", "--dir", office, "--at", "2026-02-30").exit()).isEqualTo(2);
    }

    @Test
    void aRevokedLaptopIsKeptOut() throws IOException {
        Answer nobody = shell.run("node", "revoke", "--dir", dir.resolve("mai"), "00000000");
        assertThat(nobody.exit()).isEqualTo(1);
        String device = Pattern.compile("[0-9a-f]{32,64}").matcher(
                done("node", "request", "--dir", dir.resolve("late"), "--holder", "Lò Văn Páo", "--role", "volunteer", "--out",
                        dir.resolve("late.req")).out()).results().findFirst().orElseThrow().group();
        done("node", "approve", "--dir", dir.resolve("office"), dir.resolve("late.req"), "--communes", "05719", "--out", dir.resolve("late.wel"));
        done("node", "join", "--dir", dir.resolve("late"), dir.resolve("late.wel"));
        done("node", "revoke", "--dir", dir.resolve("office"), device.substring(0, 12), "--reason", "mất máy", "--yes");
        done("record", "--dir", dir.resolve("late"), family());
        Path stick = Files.createDirectory(dir.resolve("USB"));
        done("handover", "--dir", dir.resolve("late"), "--to", stick);
        Answer came = shell.run("import", "--dir", dir.resolve("office"), stick);
        assertThat(came.exit()).isEqualTo(1);
        assertThat(came.out()).contains("Dữ liệu vẫn đầy đủ");
        Answer attention = shell.run("attention", "--dir", dir.resolve("office"), "--json");
        assertThat(attention.exit()).isEqualTo(1);
        assertThat(attention.out()).contains("\"kind\":\"set_aside\"").contains("\"reason\":\"revoked\"")
                .contains("\"device\":\"" + device + "\"");
        done("node", "let-count", "--dir", dir.resolve("office"), device.substring(0, 12));
        refused(shell.run("node", "let-count", "--dir", dir.resolve("office"), "00000000"), "00000000");
        assertThat(shell.run("attention", "--dir", dir.resolve("office")).exit()).as("nothing is left to look at").isZero();
    }

    @Test
    void everythingThatGoesWrongGetsASentence() throws IOException {
        Path mai = dir.resolve("mai");
        refused(Shell.at(dir.resolve("home"), "wrong").run("status", "--dir", mai), "Mật khẩu chưa đúng");
        refused(shell.run("status", "--dir", dir.resolve("nowhere")), "chưa có dữ liệu");
        refused(shell.run("node", "request", "--dir", mai, "--holder", "x", "--role", "volunteer", "--out", dir.resolve("r")),
                "đã có dữ liệu");
        refused(shell.run("node", "join", "--dir", mai, family()), "không phải gói");
        refused(shell.run("handover", "--dir", mai, "--to", dir.resolve("no stick")), "an toàn trên máy này");
        refused(shell.run("handover", "--dir", mai, "--to", "http://127.0.0.1:9/"), "an toàn trên máy này");
        refused(shell.run("generate", "--dir", mai, "--commune", "05818", "--households", "3", "--region", "remote", "--seed", "1"),
                "không được giao xã này");
        Path bad = Files.writeString(dir.resolve("bad.json"), FAMILY.replace("\"own\"", "\"red\""));
        refused(shell.run("record", "--dir", mai, bad), "“red”");
        assertThat(states("mai").get("here").intValue()).isZero();
        assertThat(shell.typing("").run("status", "--dir", mai)).satisfies(a -> assertThat(a.exit()).isEqualTo(2))
                .satisfies(a -> assertThat(a.err()).contains("Cần mật khẩu"));
    }

    @Test
    void thePassphraseComesFromAFileOrFromTheKeyboard() throws IOException {
        Path file = Files.writeString(dir.resolve("pass"), "suoi chay qua ban\r\n");
        assertThat(shell.typing("").run("digest", "--dir", dir.resolve("mai"), "--passphrase-file", file).exit()).isZero();
        assertThat(shell.typing("suoi chay qua ban\n").run("digest", "--dir", dir.resolve("mai")).err()).startsWith("Mật khẩu:");
        Answer differ = shell.typing("ruong bac thang\nkhoai mon nuong\n").run("node", "request", "--dir", dir.resolve("new"), "--holder", "x",
                "--role", "volunteer", "--out", dir.resolve("new.req"));
        refused(differ, "chưa giống nhau");
        refused(shell.typing("ngan\n").run("node", "request", "--dir", dir.resolve("new"), "--holder", "x", "--role", "volunteer", "--out",
                dir.resolve("new.req")), "ít nhất 10 ký tự");
        assertThat(dir.resolve("new")).doesNotExist();
    }

    @Test
    void theOfficerHelpsWithAForgottenPassphrase() throws IOException {
        done("record", "--dir", dir.resolve("mai"), family());
        int before = states("mai").get("here").intValue();
        Shell forgot = Shell.at(dir.resolve("home"), "khoai mon nuong");
        Answer asked = forgot.run("passphrase", "ask", "--dir", dir.resolve("mai"), "--out", dir.resolve("ask"));
        Answer helped = done("passphrase", "help", "--dir", dir.resolve("office"), dir.resolve("ask"), "--out", dir.resolve("answer"));
        Pattern fingerprint = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        assertThat(fingerprint.matcher(asked.out()).results().findFirst().orElseThrow().group())
                .isEqualTo(fingerprint.matcher(helped.out()).results().findFirst().orElseThrow().group());
        refused(shell.run("passphrase", "help", "--dir", dir.resolve("province"), dir.resolve("ask"), "--out", dir.resolve("b")), "vẫn khóa");
        refused(shell.run("passphrase", "renew", "--dir", dir.resolve("mai"), dir.resolve("answer")), "Mật khẩu chưa đúng");
        assertThat(forgot.run("passphrase", "renew", "--dir", dir.resolve("mai"), dir.resolve("answer")).exit()).isZero();
        assertThat(Json.read(forgot.run("status", "--dir", dir.resolve("mai"), "--json").out()).get("states").get("here").intValue()).isEqualTo(before).isPositive();
        refused(shell.run("digest", "--dir", dir.resolve("mai")), "Mật khẩu chưa đúng");
        assertThat(forgot.run("attention", "--dir", dir.resolve("mai"), "--json").out()).contains("\"kind\":\"helped\"");
        assertThat(forgot.run("attention", "--dir", dir.resolve("mai")).out()).contains("banso passphrase seen");
        assertThat(forgot.run("passphrase", "seen", "--dir", dir.resolve("mai")).out()).contains("Nông Thị Hạnh");
        assertThat(forgot.run("attention", "--dir", dir.resolve("mai")).exit()).isZero();
        assertThat(forgot.run("passphrase", "officer", "--dir", dir.resolve("mai")).out()).contains("Nông Thị Hạnh");
        refused(shell.run("passphrase", "officer", "--dir", dir.resolve("office"), device("office")), "không phải của cán bộ");
        refused(shell.run("passphrase", "officer", "--dir", dir.resolve("province")), "hưa có cán bộ");
        refused(shell.run("passphrase", "ask", "--dir", dir.resolve("province"), "--out", dir.resolve("c")), "hưa có cán bộ");
    }

    @Test
    void aBackupBecomesTheNodeAgain() throws IOException {
        done("record", "--dir", dir.resolve("mai"), family());
        assertThat(done("check", "--dir", dir.resolve("mai")).out()).contains("khớp nhau");
        done("backup", "--dir", dir.resolve("mai"), "--to", dir.resolve("backups"));
        Path backup;
        try (Stream<Path> files = Files.list(dir.resolve("backups"))) {
            backup = files.findFirst().orElseThrow();
        }
        refused(shell.run("restore", "--from", backup, "--dir", dir.resolve("mai")), "đã có dữ liệu");
        refused(shell.run("restore", "--from", family(), "--dir", dir.resolve("again")), "không phải bản sao lưu");
        refused(shell.run("restore", "--from", dir.resolve("nothing"), "--dir", dir.resolve("again")), "Không tìm thấy");
        done("restore", "--from", backup, "--dir", dir.resolve("again"));
        assertThat(digest("again")).isEqualTo(digest("mai"));
        assertThat(done("check", "--dir", dir.resolve("again"), "--lang", "en").out()).contains("Everything agrees");
    }

    @Test
    void inventedPeopleComeThroughTheSameDoor() {
        Answer volunteer = done("generate", "--dir", dir.resolve("mai"), "--households", "12", "--region", "remote", "--seed", "7");
        assertThat(volunteer.err()).contains("không được ghi");
        Answer officer = done("generate", "--dir", dir.resolve("office"), "--households", "12", "--region", "remote", "--seed", "7");
        assertThat(officer.err()).isEmpty();
        assertThat(states("mai").get("here").intValue()).isGreaterThan(30).isLessThan(states("office").get("commune").intValue()
                + states("office").get("here").intValue());
    }

    private Path family() throws IOException {
        return Files.writeString(dir.resolve("family.json"), FAMILY);
    }

    private JsonNode states(String node) {
        return province.states(node);
    }

    private String device(String node) {
        try (Node open = Node.open(dir.resolve(node), Province.PASSPHRASE.toCharArray(), shell.options())) {
            return open.id().toString();
        }
    }

    private String digest(String node) {
        return province.digest(node);
    }

    private Answer done(Object... words) {
        return province.done(words);
    }

    private static void refused(Answer answer, String sentence) {
        assertThat(answer.exit()).as(answer.err()).isEqualTo(1);
        assertThat(answer.err()).contains(sentence);
        assertThat(answer.out()).isEmpty();
    }
}
