package vn.banso.journeys;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A page that is opened before the laptop knows whose it is offers what its holder may do once that is known. */
@Tag("slow")
class OpenedAtOnceJourney {
    @TempDir
    Path folder;

    @Test
    void aClassIsPlanned() {
        try (Laptop laptop = Laptop.of(folder, Role.TRAINER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.onFx(() -> {
                screen.window().open(laptop.node(), () -> { });
                screen.window().navigator().go(new Place.Classes());
                return null;
            });
            screen.awaitText("Chưa có lớp nào");
            screen.push(KeyCode.F2);
            screen.awaitText("Mở lớp này");
        }
    }
}
