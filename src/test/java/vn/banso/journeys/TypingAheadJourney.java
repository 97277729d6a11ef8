package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.testing.Pictures;
import vn.banso.testing.SampleVillage;
import vn.banso.testing.Screen;
import vn.banso.testing.Laptop;

/** What is typed in the very moment a page begins to open stands in the field where the keyboard begins there, on every page. */
@Tag("slow")
class TypingAheadJourney {
    @TempDir
    Path folder;

    @Test
    void nothingTypedWhileAPageOpensGoesNowhere() {
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(village.laptop().node());
            screen.settle();
            List<String> typedInto = new ArrayList<>();
            for (Map.Entry<String, Place> page : Pictures.places(village).entrySet()) {
                for (boolean again : new boolean[] {false, true}) {
                    screen.go(page.getValue() instanceof Place.Preferences ? new Place.Today() : new Place.Preferences());
                    screen.onFx(() -> {
                        screen.window().navigator().go(page.getValue());
                        type(screen, "7");
                        type(screen, "3");
                        return null;
                    });
                    screen.settle();
                    if (screen.onFx(() -> screen.window().scene().getFocusOwner() instanceof TextInputControl)) {
                        typedInto.add(page.getKey());
                        screen.await(page.getKey() + (again ? " again" : "") + " has what was typed", () -> screen.window().scene()
                                .getFocusOwner() instanceof TextInputControl field && field.getText().contains("73"));
                    }
                }
            }
            // At the door the question of consent stands first, and takes digits alone.
            assertThat(typedInto).contains("village", "households", "session");
        }
    }

    @Test
    void aShortcutPressedWhileAPageOpensActsOnce() {
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(village.laptop().node());
            screen.settle();
            screen.onFx(() -> {
                screen.window().navigator().go(Pictures.places(village).get("session"));
                fire(screen, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false, true, false, false));
                return null;
            });
            screen.settle();
            assertThat(screen.onFx(() -> chosenPart(screen))).isEqualTo(1);
        }
    }

    private static int chosenPart(Screen screen) {
        List<Node> parts = ((Parent) screen.window().scene().getRoot().lookup(".bs-tabs")).getChildrenUnmodifiable();
        return parts.indexOf(parts.stream().filter(p -> p.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen"))).findFirst()
                .orElseThrow());
    }

    private static void type(Screen screen, String letter) {
        KeyCode code = KeyCode.getKeyCode(letter);
        fire(screen, new KeyEvent(KeyEvent.KEY_PRESSED, "", letter, code, false, false, false, false));
        fire(screen, new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
        fire(screen, new KeyEvent(KeyEvent.KEY_RELEASED, "", letter, code, false, false, false, false));
    }

    private static void fire(Screen screen, KeyEvent event) {
        Node owner = screen.window().scene().getFocusOwner();
        if (owner != null) {
            Event.fireEvent(owner, event);
        }
    }
}
