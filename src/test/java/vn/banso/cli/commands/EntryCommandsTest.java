package vn.banso.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.cli.Province;
import vn.banso.cli.frame.Json;

/** What is done with a whole entry from the command line, and what is said where it cannot be. */
class EntryCommandsTest {
    @TempDir
    Path dir;

    private Province province;
    private Path office;

    @BeforeEach
    void found() {
        province = Province.found(dir, "19");
        province.admit("province", "office", "commune", "05719,05818");
        office = province.node("office");
    }

    private String entry(String type, String fields) throws IOException {
        Path file = Files.writeString(dir.resolve("entry.json"), "[{\"type\":\"" + type + "\",\"commune\":\"05719\",\"fields\":" + fields + "}]");
        return Json.read(province.done("record", "--dir", office, file, "--json").out()).get("entries").get(0).get("id").stringValue();
    }

    @Test
    void aHouseholdMovesAndComesBackUnderItsOwnId() throws IOException {
        String village = entry("village", "{\"name\":\"Nà Lay\",\"commune\":\"05719\"}");
        String household = entry("household", "{\"village\":\"" + village + "\",\"fibre_subscribed\":\"yes\"}");
        String there = province.done("entry", "move", "--dir", office, household, "--to", "05818").out().lines().toList().getLast();
        assertThat(there).matches("[0-9a-f]{32}").isNotEqualTo(household);
        province.refused("chưa chuyển đi", "entry", "move", "--dir", office, household, "--to", "05818");
        assertThat(province.done("entry", "move", "--dir", office, there, "--to", "05719").out()).contains(household);
        assertThat(province.done("attention", "--dir", office).out()).contains("Không có việc nào");
        province.refused("không bị xóa", "entry", "restore", "--dir", office, household);
        province.refused("chưa chuyển đi đâu", "entry", "follow", "--dir", office, household);
        province.refused("không ghi được ở", "entry", "move", "--dir", office, household, "--to", "05719");
        province.refused("không có mục nào", "entry", "restore", "--dir", office, "0".repeat(32));
        assertThat(province.run("entry", "restore", "--dir", office, "h1").exit()).isEqualTo(2);
    }
}
