package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.register.VillageCounts;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.testing.TwelveCommunes;

/** The council has split a village: an officer makes the new ones, says family by family who went where, and takes it all back. */
class VillageSplitJourney {
    @TempDir
    Path folder;
    private TwelveCommunes area;
    private Node node;
    private ScopeId commune;
    private EntryId village;
    private Screen screen;

    @BeforeEach
    void theOfficersDesk() {
        area = TwelveCommunes.in(folder, 2);
        node = area.node();
        commune = area.communes().getFirst();
        village = area.village(commune, "Nà Lay");
        screen = Screen.open(Laptop.CLOCK);
        screen.enter(node);
        screen.go(new Place.Villages());
        press("Đổi tên, nhập, tách, chuyển…");
        screen.awaitText("Chọn thôn, bản ở danh sách bên trái.");
    }

    @AfterEach
    void close() {
        screen.close();
        area.close();
    }

    private javafx.scene.Node shown(Predicate<javafx.scene.Node> which) {
        return screen.lookup((javafx.scene.Node n) -> which.test(n) && Screen.isShown(n)).query();
    }

    private void press(String named) {
        screen.clickOn(shown(n -> n instanceof ButtonBase b && named.equals(b.getText())));
        screen.settle();
    }

    private void type(String into, String words) {
        screen.clickOn(shown(n -> into.equals(n.getAccessibleText())));
        screen.write(words);
        screen.settle();
    }

    private List<String> names() {
        return node.entries(Catalogue.VILLAGE, commune).stream().map(e -> e.text(Catalogue.VILLAGE.field("name")).orElseThrow()).sorted().toList();
    }

    private void chooseVillage(String filter) {
        type("Tìm thôn, bản", filter);
        screen.push(KeyCode.ENTER);
        screen.settle();
    }

    @Test
    void aVillageIsSplitFamilyByFamilyAndIsOneAgain() {
        press("Chia tách");
        chooseVillage("na lay duc xuan");
        screen.awaitText("Đã chọn: Nà Lay");
        type("Tên các thôn, bản mới (bấm Enter sau mỗi tên)", "Nà Lay Trên");
        assertThat(act().isDisabled()).as("one name is no split").isTrue();
        screen.push(KeyCode.ENTER);
        screen.write("Nà Lay Dưới");
        screen.awaitText("Liên quan 4 hộ, 4 người, 0 tổ");
        screen.push(KeyCode.TAB);
        screen.write("12/NQ-HĐND");
        screen.push(KeyCode.F8);
        screen.awaitText("Hộ, tổ của Nà Lay nay về đâu");
        assertThat(names()).containsExactly("Khuổi Mèo", "Khuổi Uốn", "Nà Lay", "Nà Lay Dưới", "Nà Lay Trên");
        assertThat(households(village)).as("nobody is put anywhere").isEqualTo(4);

        // The keyboard stands in the list: the first two families go to one part, the others to the other.
        screen.awaitText("Hộ 1 · Triệu Thị Mến · đầu suối");
        assertThat(screen.onFx(() -> ((ListView<?>) screen.window().scene().getFocusOwner()).getItems().size())).isEqualTo(4);
        screen.push(KeyCode.SHIFT, KeyCode.DOWN);
        press("Về Nà Lay Trên");
        screen.awaitNoText("Hộ 1 · Triệu Thị Mến · đầu suối");
        assertThat(households(area.village(commune, "Nà Lay Trên"))).isEqualTo(2);
        screen.awaitText("Hộ 3 · Hoàng Văn Páo · đầu suối");
        screen.push(KeyCode.SHIFT, KeyCode.DOWN);
        press("Về Nà Lay Dưới");
        screen.awaitNoText("Hộ, tổ của Nà Lay nay về đâu");
        assertThat(names()).as("the old one is closed").containsExactly("Khuổi Mèo", "Khuổi Uốn", "Nà Lay Dưới", "Nà Lay Trên");
        assertThat(screen.texts()).anyMatch(t -> t.startsWith("Nà Lay chia tách thành: Nà Lay Dưới, Nà Lay Trên")).anyMatch(t -> t.contains("theo 12/NQ-HĐND"));

        press("Hoàn tác");
        screen.awaitText("Đã hoàn tác. Những gì ghi thêm vẫn được giữ.");
        assertThat(names()).containsExactly("Khuổi Mèo", "Khuổi Uốn", "Nà Lay");
        assertThat(households(village)).isEqualTo(4);
    }

    @Test
    void aVillageGoesToTheOtherCommuneWithItsFamilies() {
        press("Chuyển sang xã khác");
        chooseVillage("na lay duc xuan");
        screen.awaitText("Đã chọn: Nà Lay");
        assertThat(act().isDisabled()).as("nobody said where to").isTrue();
        screen.clickOn(shown(n -> "Chuyển đến xã".equals(n.getAccessibleText())));
        screen.push(KeyCode.DOWN);
        screen.push(KeyCode.ENTER);
        screen.awaitText("Liên quan 4 hộ, 4 người, 0 tổ");
        assertThat(screen.texts()).as("there is a village of that name there").anyMatch(t -> t.contains("cùng tên"));
        screen.push(KeyCode.F8);
        screen.awaitText("Nà Lay chuyển về từ");
        assertThat(names()).containsExactly("Khuổi Mèo", "Khuổi Uốn");
        assertThat(node.entries(Catalogue.HOUSEHOLD, area.communes().get(1)).stream().map(Entry::id)).hasSize(4 * TwelveCommunes.HOUSEHOLDS);
    }

    private long households(EntryId of) {
        Map<EntryId, Long> counts = new VillageCounts(node).households(commune);
        return counts.getOrDefault(of, 0L);
    }

    private Button act() {
        return (Button) shown(n -> n instanceof Button && n.getStyleClass().contains("bs-primary"));
    }
}
