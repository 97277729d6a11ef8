package vn.banso.cli.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.cli.Province;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Json;

/** A commune officer follows a resolution of the council at the command line, looking first, and takes things back. */
class VillageCommandsTest {
    @TempDir
    private Path dir;

    @Test
    void renamedMergedSplitMovedAndTakenBack() throws Exception {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune", "05719,05818");
        Path office = province.node("office");
        Path file = Files.writeString(dir.resolve("v.json"), """
                [{"type":"village","as":"v","fields":{"name":"Nà Lay"}},{"type":"village","fields":{"name":"Khuổi Uốn"}},{"type":"village","fields":{"name":"Khuổi Mèo"}},
                {"type":"household","fields":{"village":"@v","fibre_subscribed":"yes"}},{"type":"household","fields":{"village":"@v","fibre_subscribed":"no"}}]""");
        province.done("record", "--dir", office, file, "--commune", "05719");
        String indicators = indicators(province);

        String renamed = id(change(province, "rename", "Nà Lay", "--to", "Nà Lay Trên", "--decision", "12/NQ-HĐND"));
        assertThat(list(province, "05719")).contains("Nà Lay đổi tên thành Nà Lay Trên.").contains("theo 12/NQ-HĐND").contains("Nông Thị Hạnh");
        assertThat(change(province, "merge", "Khuổi Uốn", "khuoi meo", "--as", "Khuổi Tâm", "--look").out()).contains("Liên quan 0 hộ");
        String merged = id(change(province, "merge", "Khuổi Uốn", "khuoi meo", "--as", "Khuổi Tâm"));
        assertThat(list(province, "05719").lines().findFirst().orElseThrow()).contains("Nhập Khuổi Mèo vào Khuổi Uốn, nay là Khuổi Tâm.");
        province.refused("Xã này không có thôn, bản nào tên Khuổi Mèo", "desk", "units", "rename", "--dir", office, "--commune", "05719", "Khuổi Mèo", "--to", "Mèo");
        assertThat(province.done("desk", "units", "undo", "--dir", office, merged).out()).contains("đã hoàn tác");
        province.refused("đã được hoàn tác", "desk", "units", "undo", "--dir", office, merged);
        province.done("desk", "units", "undo", "--dir", office, renamed);

        Answer split = change(province, "split", "Nà Lay", "--into", "Bản Một", "--into", "Bản Hai");
        assertThat(split.out()).contains("chia tách thành: Bản Hai, Bản Một").contains("chưa rõ về đâu");
        String splitId = id(split);
        List<String> waiting = province.done("desk", "units", "assign", "--dir", office, splitId).out().lines().filter(l -> l.matches("[0-9a-f]{32}  Hộ.*")).map(l -> l.substring(0, 32)).toList();
        assertThat(waiting).hasSize(2);
        province.refused("Các nơi mới: Bản Hai, Bản Một", "desk", "units", "assign", "--dir", office, splitId, waiting.getFirst(), "--to", "Khuổi Uốn");
        assertThat(province.done("desk", "units", "assign", "--dir", office, splitId, waiting.getFirst(), "--to", "Bản Một").out()).contains("chưa rõ về đâu");
        assertThat(province.done("desk", "units", "assign", "--dir", office, splitId, "--all", "--to", "Bản Hai").out()).doesNotContain("chưa rõ về đâu");
        assertThat(province.done("desk", "units", "undo", "--dir", office, splitId).out()).contains("đã hoàn tác");

        String moved = id(change(province, "move", "Nà Lay", "--to", "05818"));
        assertThat(list(province, "05818")).contains("chuyển về từ xã Sảng Mộc");
        province.refused("hoàn tác cũng ở đó", "desk", "units", "undo", "--dir", office, Json.read(province.done("desk", "units", "list", "--dir", office,
                "--commune", "05818", "--json").out()).get(0).get("id").stringValue());
        province.done("desk", "units", "undo", "--dir", office, moved);
        assertThat(indicators(province)).isEqualTo(indicators);
    }

    @Test
    void whatCannotBeDoneIsSaidAndNothingIsDone() throws Exception {
        Province province = Province.found(dir, "19");
        province.admit("province", "office", "commune");
        Path office = province.node("office");
        Path file = Files.writeString(dir.resolve("v.json"), "[{\"type\":\"village\",\"fields\":{\"name\":\"Nà Lay\"}},{\"type\":\"village\",\"fields\":{\"name\":\"Nà Lày\"}}]");
        province.done("record", "--dir", office, file);
        String before = province.done("digest", "--dir", office, "--commune", "05719").out();
        province.refused("Có nhiều thôn, bản", "desk", "units", "rename", "--dir", office, "na lay", "--to", "X");
        province.refused("phải khác tên nhau", "desk", "units", "split", "--dir", office, "Nà Lay", "--into", "A", "--into", "A");
        province.refused("không được giao xã kia", "desk", "units", "move", "--dir", office, "Nà Lay", "--to", "05818");
        province.refused("Không có gì thay đổi", "desk", "units", "merge", "--dir", office, "Nà Lay", "Nà Lay");
        province.refused("không có mục nào", "desk", "units", "undo", "--dir", office, "0".repeat(32));
        assertThat(province.run("desk", "units", "undo", "--dir", office, "x").exit()).isEqualTo(2);
        assertThat(province.done("desk", "units", "list", "--dir", office).out()).contains("Chưa có thay đổi nào");
        assertThat(province.done("digest", "--dir", office, "--commune", "05719").out()).isEqualTo(before);
        province.admit("office", "mai", "volunteer");
        province.done("handover", "--dir", office, "--to", Files.createDirectory(dir.resolve("USB")));
        province.done("import", "--dir", province.node("mai"), dir.resolve("USB"));
        province.refused("Vai trò của người ghi", "desk", "units", "rename", "--dir", province.node("mai"), "Nà Lay", "--to", "X");
    }

    private static Answer change(Province province, String verb, Object... words) {
        return province.done(Stream.concat(Stream.of("desk", "units", verb, "--dir", province.node("office"), "--commune", "05719"), Stream.of(words)).toArray());
    }

    private static String id(Answer answer) {
        return answer.out().substring(0, 32);
    }

    private static String list(Province province, String commune) {
        return province.done("desk", "units", "list", "--dir", province.node("office"), "--commune", commune).out();
    }

    private static String indicators(Province province) {
        return province.done("indicators", "--dir", province.node("office"), "--unit", "05719", "--json").out();
    }
}
