package vn.banso.journeys;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.store.HouseholdFilter;
import vn.banso.store.HouseholdRow;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A family that tells its purposes apart, with the keyboard alone. */
@Tag("slow")
class ConsentJourney {
    @TempDir
    Path folder;
    private Laptop laptop;
    private Screen screen;
    private HouseholdRow known;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 12);
        screen = Screen.open(Laptop.CLOCK);
        known = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
        screen.enter(laptop.node());
        screen.awaitText("xã đã nhận");
    }

    @AfterEach
    void close() {
        screen.close();
        laptop.close();
    }

    @Test
    void aFamilyThatAgreesToSomeOfItTicksWhatByTheKeyboard() {
        screen.go(new Place.NewHousehold(known.scope(), known.village()));
        screen.awaitText("gia đình có đồng ý cho ghi không?");
        screen.push(KeyCode.DIGIT3);
        screen.awaitText("ghi đồng ý cho việc gì");
        screen.push(KeyCode.SPACE);
        screen.awaitNoText("ghi đồng ý cho việc gì");
        screen.push(KeyCode.F6);
        screen.awaitText("Đã đồng ý");
    }
}
