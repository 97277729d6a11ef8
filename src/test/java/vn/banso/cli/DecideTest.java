package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.cli.frame.Json;

/** Two people write different things to one field: both are told, and a person decides by writing what is right. */
@Tag("slow")
class DecideTest {
    @TempDir
    private Path dir;

    @Test
    void theValueThatIsShownCanBeTheDecision() throws IOException {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune");
        province.admit("office", "mai", "volunteer");
        Path stick = Files.createDirectory(dir.resolve("USB"));
        String id = Json.read(province.done("record", "--json", "--dir", province.node("office"), village("", "Khuổi Mèo")).out())
                .get("entries").get(0).get("id").stringValue();
        carry(province, stick);
        String named = "\"id\":\"" + id + "\",";
        province.done("record", "--dir", province.node("mai"), village(named, "Khuổi Mèo Trên"));
        province.done("record", "--dir", province.node("office"), village(named, "Khuổi Mèo Dưới"));
        carry(province, stick);
        String told = province.run("attention", "--dir", province.node("office")).out();
        assertThat(told).contains("Khuổi Mèo Trên").contains("Khuổi Mèo Dưới").contains("banso record");
        String shown = told.indexOf("Trên") < told.indexOf("Dưới") ? "Khuổi Mèo Trên" : "Khuổi Mèo Dưới";
        assertThat(province.done("record", "--dir", province.node("office"), village(named, shown)).err()).contains("quyết định 1");
        assertThat(province.done("attention", "--dir", province.node("office"), "--json").out()).isEqualTo("[]\n");
        carry(province, stick);
        assertThat(province.done("attention", "--dir", province.node("mai"), "--json").out()).isEqualTo("[]\n");
        assertThat(province.digest("mai")).isEqualTo(province.digest("office"));
    }

    @Test
    void whatIsNoBackupLeavesNothingBehind() throws IOException {
        Province province = Province.found(dir, "19");
        Path nothing = Files.writeString(dir.resolve("thu.txt"), "Kính gửi");
        Path node = dir.resolve("new");
        province.refused("không phải bản sao lưu", "restore", "--from", nothing, "--dir", node);
        try (Stream<Path> files = Files.list(node)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("lock");
        }
    }

    /** Every command goes on with what it recovered, and says so beside its answer. */
    @Test
    void aDamagedStoreIsRecoveredByWhateverOpensItAndByItself() throws IOException {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune");
        province.done("record", "--dir", province.node("office"), village("", "Khuổi Mèo"));
        String digest = province.digest("office");
        province.refused("không bị hỏng", "recover", "--dir", province.node("office"));
        scratch(province.node("office").resolve("node.db"));
        assertThat(province.done("status", "--dir", province.node("office")).err()).contains("bị hỏng").contains("Dữ liệu vẫn đầy đủ");
        assertThat(province.done("status", "--dir", province.node("office")).err()).as("told once").doesNotContain("bị hỏng");
        assertThat(province.digest("office")).isEqualTo(digest);
        scratch(province.node("office").resolve("node.db"));
        assertThat(province.done("recover", "--dir", province.node("office")).out()).contains("Đã lấy lại dữ liệu");
        assertThat(province.digest("office")).isEqualTo(digest);
        assertThat(province.node("office").resolve("node.db.damaged-2")).exists();
    }

    private static void scratch(Path database) throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        Arrays.fill(bytes, 4096, 4160, (byte) 0);
        Files.write(database, bytes);
    }

    /** There and back. */
    private static void carry(Province province, Path stick) {
        for (int round = 0; round < 2; round++) {
            province.done("handover", "--dir", province.node("mai"), "--to", stick);
            province.done("import", "--dir", province.node("office"), stick);
        }
        province.done("handover", "--dir", province.node("mai"), "--to", stick);
    }

    private Path village(String id, String name) throws IOException {
        return Files.writeString(dir.resolve("village.json"), String.format(Locale.ROOT, """
                [{%s"type":"village","commune":"05719","fields":{"name":"%s","kind":"ban","region":"remote","unit_list":"2025-07-01",\
                "commune":"05719"}}]""", id, name));
    }
}
