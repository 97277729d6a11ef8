package vn.banso.journeys;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A volunteer's laptop with a dozen households, open in a window: where stories at the door begin. */
abstract class VolunteerWindow {
    private static final int HOUSEHOLDS = 12;

    @TempDir
    Path folder;
    Laptop laptop;
    Screen screen;
    /** The first of the list. */
    HouseholdRow known;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, HOUSEHOLDS);
        screen = Screen.open(Laptop.CLOCK);
        known = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
        enter();
    }

    void enter() {
        screen.enter(laptop.node());
        screen.awaitText("xã đã nhận");
    }

    @AfterEach
    void close() {
        screen.close();
        laptop.close();
    }
}
