package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A village's sheet and its team, without the mouse. */
@Tag("slow")
class VillagesJourney {
    @TempDir
    Path folder;

    private static EntryId village(Node node) {
        EntryId id = node.freshId();
        node.save(List.of(Draft.of(Catalogue.VILLAGE, Neighbourhood.SANG_MOC, id).with("name", new Value.Text("Nà Lay"))
                .with("kind", Codes.VILLAGE_KIND.code("xom").orElseThrow())));
        return id;
    }

    private static void villages(Screen screen) {
        screen.press(KeyCode.CONTROL).press(KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
        screen.awaitText("Nà Lay");
    }

    private static void open(Screen screen) {
        screen.press(KeyCode.CONTROL).press(KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        screen.push(KeyCode.DOWN);
        screen.push(KeyCode.ENTER);
        screen.awaitText("Số hộ theo xã");
    }

    @Test
    void aSheetIsFilledByKeyboardAndSavedAsItIsWritten() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            EntryId id = village(laptop.node());
            screen.enter(laptop.node());
            villages(screen);
            open(screen);
            // How many households, the best network, how far: Enter goes on as Tab does.
            screen.write("47").push(KeyCode.ENTER);
            screen.write("4g").push(KeyCode.ENTER);
            screen.write("12,3").push(KeyCode.ENTER);
            // Patchy signal, grid power.
            screen.push(KeyCode.DIGIT2).push(KeyCode.ENTER).push(KeyCode.DIGIT1).push(KeyCode.ENTER);
            screen.awaitText("đã lưu 08:30 · trên máy này");
            Entry sheet = laptop.node().entry(Neighbourhood.SANG_MOC, id).orElseThrow();
            assertThat(sheet.whole(Catalogue.VILLAGE.field("household_count"))).contains(47L);
            assertThat(sheet.whole(Catalogue.VILLAGE.field("distance"))).contains(12_300L);
            assertThat(sheet.value(Catalogue.VILLAGE.field("best_technology"))).contains(Codes.TECHNOLOGY.code("4g").orElseThrow());
            assertThat(sheet.value(Catalogue.VILLAGE.field("coverage"))).contains(Codes.COVERAGE.code("patchy").orElseThrow());
            assertThat(sheet.value(Catalogue.VILLAGE.field("grid_power"))).isPresent();

            screen.press(KeyCode.ALT).press(KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
            screen.awaitText("0 / 47");
            screen.clickOn("Hạ tầng còn thiếu");
            screen.awaitText("Lõm sóng 1");
            Path paper = folder.resolve("gaps.pdf");
            screen.answers().path(paper);
            screen.clickOn("In hoặc lưu PDF");
            screen.awaitText("gaps.pdf");
            assertThat(paper).isNotEmptyFile();
        }
    }

    @Test
    void anOfficerWritesDownATeamAndAddsAMember() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            village(laptop.office());
            screen.enter(laptop.office());
            screen.go(new Place.Villages());
            screen.awaitText("Nà Lay");
            open(screen);
            screen.push(KeyCode.F6);
            screen.awaitText("Thôn chưa có tổ công nghệ số");
            screen.clickOn("Ghi tổ mới");
            screen.awaitText("Thêm thành viên");
            screen.clickOn("Thêm thành viên");
            screen.awaitText("Khóa tập huấn");
            screen.write("Lo Thi Mai").push(KeyCode.ENTER);
            screen.push(KeyCode.DIGIT1).push(KeyCode.ENTER);
            screen.awaitText("nháp đã giữ");
            screen.push(KeyCode.F8);
            screen.awaitText("Thành viên · 1 người");
            screen.awaitText("Tổ trưởng");
            assertThat(laptop.office().entries(Catalogue.TEAM_MEMBER, Neighbourhood.SANG_MOC))
                    .extracting(m -> m.text(Catalogue.TEAM_MEMBER.field("name")).orElse("")).containsExactly("Lo Thi Mai");
        }
    }

    @Test
    void aVolunteerReadsTheDecisionAndIsToldWhoWritesIt() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            EntryId village = village(laptop.node());
            Node office = laptop.office();
            office.save(List.of(Draft.of(Catalogue.TEAM, Neighbourhood.SANG_MOC, office.freshId()).with("village", new Value.Ref(village))
                    .with("decision_number", new Value.Text("12/QĐ-UBND"))));
            laptop.node().ledger().take(office.ledger().seal());
            screen.enter(laptop.node());
            villages(screen);
            open(screen);
            screen.push(KeyCode.F6);
            screen.awaitText("Quyết định 12/QĐ-UBND");
            screen.awaitText("cán bộ xã ghi");
            screen.awaitNoText("Sửa quyết định");
            screen.awaitText("Thêm thành viên");
        }
    }
}
