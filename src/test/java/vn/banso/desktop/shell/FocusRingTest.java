package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.testing.Laptop;
import vn.banso.testing.Pictures;
import vn.banso.testing.SampleVillage;
import vn.banso.testing.Screen;

/** Where the keyboard comes there is a ring, and nothing moves for it. */
@Timeout(240)
class FocusRingTest {
    @TempDir
    Path folder;

    @Test
    void nothingGrowsWhereTheKeyboardComes() {
        Set<String> growing = new TreeSet<>();
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(village.laptop().node());
            Pictures.places(village).forEach((name, place) -> {
                screen.go(place);
                growing.addAll(screen.onFx(() -> growing(screen.window().scene().getRoot())));
            });
        }
        assertThat(growing).isEmpty();
    }

    private static Set<String> growing(Parent root) {
        Set<String> growing = new TreeSet<>();
        root.applyCss();
        for (Node node : root.lookupAll("*")) {
            if (node instanceof Region region && node.isFocusTraversable() && !node.isDisabled() && Screen.isShown(node)) {
                String before = size(region);
                region.requestFocus();
                root.applyCss();
                if (!size(region).equals(before)) {
                    growing.add(region.getClass().getSimpleName() + region.getStyleClass());
                }
            }
        }
        return growing;
    }

    private static String size(Region region) {
        return region.getInsets() + " " + region.prefWidth(-1) + " " + region.prefHeight(-1);
    }
}
