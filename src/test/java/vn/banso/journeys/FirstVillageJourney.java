package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.Value;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A volunteer who was just let in finds nothing there: the first village and the first household, without the mouse. */
@Tag("slow")
class FirstVillageJourney {
    @TempDir
    Path folder;

    @Test
    void homeLeadsToTheFirstVillage() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(laptop.node());
            screen.awaitText("Chưa có thôn nào");
            screen.clickOn("Thêm thôn đầu tiên");
            screen.awaitText("Chưa có thôn, bản nào");
        }
    }

    @Test
    void whereAVillageIsTypedThatIsNotThereItIsAddedAndTheHouseholdIsOfIt() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(laptop.node());
            screen.awaitText("Chưa có thôn nào");
            screen.push(KeyCode.F2);
            // No waiting: what is typed while the form opens is typed into it.
            screen.write("Na Lay");
            screen.push(KeyCode.ENTER);
            screen.awaitText("Đã thêm thôn Na Lay");
            assertThat(laptop.node().entries(Catalogue.VILLAGE, Neighbourhood.SANG_MOC)).extracting(v -> v.text(Catalogue.VILLAGE.field("name")).orElse(""))
                    .containsExactly("Na Lay");
            screen.write("3").push(KeyCode.ENTER);
            Entry village = laptop.node().entries(Catalogue.VILLAGE, Neighbourhood.SANG_MOC).getFirst();
            screen.await("the draft is of that village", () -> laptop.node().drafts().list().stream().anyMatch(
                    d -> d.value(Catalogue.HOUSEHOLD.field("village")).filter(new Value.Ref(village.id())::equals).isPresent()));
        }
    }

    @Test
    void whoeverOnlyGoesOnAddsNoVillage() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(laptop.node());
            screen.push(KeyCode.F2);
            screen.write("Na Lay").push(KeyCode.TAB);
            screen.settle();
            assertThat(laptop.node().entries(Catalogue.VILLAGE, Neighbourhood.SANG_MOC)).isEmpty();
        }
    }
}
