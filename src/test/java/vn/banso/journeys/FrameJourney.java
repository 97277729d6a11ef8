package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** Going from place to place without the mouse. */
@Tag("slow")
class FrameJourney {
    @TempDir
    Path folder;

    @Test
    void theRailIsWalkedByKeysAndTheKeysAreToldOnF1() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 20); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(laptop.node());
            screen.awaitText("xã đã nhận");
            screen.push(KeyCode.F1);
            screen.awaitText("Phím tắt ở mọi trang");
            screen.push(KeyCode.ESCAPE);
            screen.awaitNoText("Phím tắt ở mọi trang");
            screen.press(KeyCode.CONTROL).press(KeyCode.DIGIT5).release(KeyCode.DIGIT5, KeyCode.CONTROL);
            screen.awaitText("Bàn giao");
            assertThat(Font.getFontNames("IBM Plex Sans")).as("both weights of the bundled type").hasSize(2);
        }
    }

    @Test
    void inALowWindowWithLargeLettersItsHeadAndItsFootStay() {
        try (Laptop laptop = Laptop.of(folder, Role.TRAINER, 5);
             Screen screen = Screen.open(958, 535, Settings.USUAL.withTextSize(22), Laptop.CLOCK)) {
            screen.enter(laptop.node());
            screen.go(new Place.Attention());
            screen.await("all of it stands in the window, and so does the place on the rail where one is", () -> {
                Scene scene = screen.window().scene();
                return Stream.of(".bs-brand", ".bs-title", ".bs-truth", ".bs-rail-foot", ".bs-rail-item:selected").allMatch(what -> {
                    Bounds at = scene.getRoot().lookup(what).localToScene(scene.getRoot().lookup(what).getBoundsInLocal());
                    return at.getMinY() >= 0 && at.getMaxY() <= scene.getHeight();
                });
            });
        }
    }

    @Test
    void whatIsSaidTwiceIsPutAwayByOneKey() {
        try (Laptop laptop = Laptop.of(folder, Role.TRAINER, 5); Screen screen = Screen.open(Laptop.CLOCK)) {
            OpenRegister workplace = screen.enter(laptop.node());
            // Keys that are pressed while a page opens wait for that page.
            screen.settle();
            for (int i = 0; i < 2; i++) {
                screen.onFx(() -> {
                    workplace.tell(Notice.wait("household.needs_name"));
                    return null;
                });
                screen.awaitText("cần tên của ít nhất một người");
            }
            screen.onFx(() -> {
                screen.window().scene().lookup(".bs-notice .button").requestFocus();
                return null;
            });
            // A button that was never drawn takes no key yet.
            screen.settle();
            screen.push(KeyCode.ENTER);
            screen.awaitNoText("cần tên của ít nhất một người");
        }
    }
}
