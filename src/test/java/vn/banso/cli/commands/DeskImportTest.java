package vn.banso.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.banso.cli.Province;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Json;

/** {@code banso desk import}: several sources at once, each file with its sentence. */
class DeskImportTest {
    @TempDir
    private Path dir;
    private Province province;
    private Path stick;

    @BeforeEach
    void handOver() throws IOException {
        province = Province.found(dir, "19");
        province.admit("province", "office", "commune", "05719");
        province.admit("office", "mai", "volunteer", "05719");
        Path entries = Files.writeString(dir.resolve("entries.json"), "[{\"type\":\"village\",\"commune\":\"05719\",\"fields\":{\"name\":\"Khuổi Mèo\"}}]");
        province.done("record", "--dir", province.node("mai"), entries);
        stick = Files.createDirectory(dir.resolve("USB của Mai"));
        province.done("handover", "--dir", province.node("mai"), "--to", stick);
    }

    @Test
    void looksFirstThenTakesInAndSaysTheSameTwiceWithoutCountingTwice() throws IOException {
        Path letter = Files.writeString(dir.resolve("thu.txt"), "Kính gửi");
        Path nowhere = dir.resolve("không có");
        Answer before = province.done("desk", "import", "--dir", province.node("office"), "--look", stick);
        assertThat(before.out()).contains("(máy ").contains("Sảng Mộc").contains("Có 1 mục mới");
        assertThat(Files.exists(stick.resolve("BANSO/OUT"))).isFalse();

        Answer all = province.run("desk", "import", "--dir", province.node("office"), letter, nowhere, stick);
        assertThat(all.exit()).as("something was left").isEqualTo(1);
        assertThat(all.out()).contains("Đã nhận 1 mục mới").contains("thu.txt không phải là gói dữ liệu").contains("Đã xem xong 2 tệp: 1 mới, 1 để lại.");
        assertThat(all.err()).contains("không có");
        try (Stream<Path> answers = Files.list(stick.resolve("BANSO/OUT"))) {
            assertThat(answers).hasSize(1);
        }

        JsonNode again = Json.read(province.done("desk", "import", "--json", "--dir", province.node("office"), stick).out()).get("files").get(0);
        assertThat(again.get("mark").stringValue()).isEqualTo("nothing_new");
        assertThat(again.get("known").intValue()).isEqualTo(1);
    }
}
