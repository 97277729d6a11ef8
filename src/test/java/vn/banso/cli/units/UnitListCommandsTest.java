package vn.banso.cli.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.cli.Province;
import vn.banso.cli.frame.Json;
import vn.banso.register.units.Units;

/** The next list of units is taken in from a file and is there at the next start; what is written down under an older list finds its commune. */
class UnitListCommandsTest {
    private static final String LIST = "list,2027-01-01,after,2026-04-30\n05818,xã,La Bằng,19,05818 05719\n";

    @TempDir
    private Path dir;

    @AfterEach
    void forget() {
        Units.onlyShipped();
    }

    @Test
    void theNextListIsAFile() throws Exception {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune", "05719,05818");
        Path office = province.node("office");
        province.done("record", "--dir", office, Files.writeString(dir.resolve("v.json"), "[{\"type\":\"village\",\"as\":\"v\",\"fields\":{\"name\":\"Nà Lay\"}},"
                + "{\"type\":\"household\",\"fields\":{\"village\":\"@v\"}}]"), "--commune", "05719");
        Path file = Files.writeString(dir.resolve("danh mục.csv"), LIST);
        assertThat(province.done("desk", "units", "import", file, "--look").out()).contains("Tệp dùng được");
        assertThat(province.done("desk", "units", "lists").out()).doesNotContain("2027");
        province.done("desk", "units", "import", file);
        assertThat(province.done("desk", "units", "lists").out().lines().findFirst()).contains("2027-01-01: 34 tỉnh, thành phố; 3.320 xã, phường, đặc khu.");
        assertThat(province.done("desk", "units", "lists", "05719").out()).contains("2026-04-30: xã Sảng Mộc, nay thuộc xã La Bằng (05818).");
        // The village of the commune that ended goes into the one that took it in.
        assertThat(province.done("desk", "units", "move", "--dir", office, "--commune", "05719", "Nà Lay", "--to", "05818").out()).contains("Nà Lay chuyển sang xã La Bằng");
        assertThat(province.done("desk", "units", "list", "--dir", office, "--commune", "05818").out()).contains("chuyển về từ xã Sảng Mộc");
    }

    @Test
    void aListThatIsWrongIsRefusedInOneSentenceALine() throws Exception {
        Province province = Province.found(dir, "19");
        province.refused("Dòng 2: đơn vị 05719 lại trực thuộc chính nó", "desk", "units", "import",
                Files.writeString(dir.resolve("a.csv"), "list,2027-01-01,after,2026-04-30\n05719,xã,Sảng Mộc,05719,05719\n"));
        province.refused("UTF-8", "desk", "units", "import", Files.write(dir.resolve("b.csv"), LIST.replace("xã", "x\u00e3").getBytes(StandardCharsets.ISO_8859_1)));
        province.refused("Không tìm thấy", "desk", "units", "import", dir.resolve("c.csv"));
        province.refused("lớn hơn mức", "desk", "units", "import", Files.write(dir.resolve("d.csv"), new byte[5_000_000]));
        province.refused("Không danh mục nào có mã", "desk", "units", "lists", "99999");
        Files.writeString(Files.createDirectories(dir.resolve("home/units")).resolve("2027-01-01.csv"), "hỏng");
        assertThat(province.done("desk", "units", "lists").err()).contains("2027-01-01.csv").contains("tạm bỏ qua");
        assertThat(Units.current().version()).isEqualTo("2026-04-30");
    }

    /** Who works for what was a district is given all its communes by the code of the district, in that province. */
    @Test
    void aFormerDistrictIsChosenByProvinceAndCode() {
        Province province = Province.found(dir, "19");
        String daiTu = province.done("desk", "units", "lists", "19").out().lines().filter(l -> l.contains("Huyện Đại Từ")).findFirst().orElseThrow();
        String code = daiTu.substring(0, daiTu.indexOf(':'));
        assertThat(code).matches("19/\\d{3}");
        province.admit("province", "area", "area", code);
        assertThat(province.done("desk", "units", "list", "--dir", province.node("area"), "--commune", "05818").exit()).isZero();
        assertThat(Json.read(province.done("indicators", "--dir", province.node("area"), "--unit", "05818", "--json").out())).isNotEmpty();
        assertThat(province.run("node", "approve", "--dir", province.node("province"), dir.resolve("area.request"), "--communes", "19/999", "--out", dir.resolve("x")).err()).contains("không có huyện cũ mang mã");
    }

    /** An old code with its list is the commune of today; where that was split, a person says which. */
    @Test
    void whatIsOfAnOlderListFindsItsCommune() throws Exception {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune", "05818");
        Path office = province.node("office");
        String village = "[{\"type\":\"village\",\"commune\":\"%s\",\"unit_list\":\"2025-06-30\",\"fields\":{\"name\":\"Nà Lay\"}}]";
        province.done("record", "--dir", office, Files.writeString(dir.resolve("v.json"), village.formatted("05815")));
        assertThat(province.states("office").get("here").intValue()).isEqualTo(1);
        province.refused("đã chia về", "record", "--dir", office, Files.writeString(dir.resolve("w.json"), village.formatted("00025")));
        province.refused("không có xã", "record", "--dir", office, Files.writeString(dir.resolve("x.json"), village.formatted("99999")));
    }
}
