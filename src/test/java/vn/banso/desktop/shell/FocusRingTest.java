package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.testing.Laptop;
import vn.banso.testing.Pictures;
import vn.banso.testing.SampleVillage;
import vn.banso.testing.Screen;

/** Where the keyboard comes there is a ring, and nothing moves for it. */
@Tag("slow")
class FocusRingTest {
    private static final double RING = 2;

    @TempDir
    Path folder;

    @Test
    void nothingGrowsWhereTheKeyboardComes() {
        Set<String> growing = new TreeSet<>();
        Set<String> clipped = new TreeSet<>();
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(village.laptop().node());
            Pictures.places(village).forEach((name, place) -> {
                screen.go(place);
                clipped.addAll(screen.onFx(() -> clipped(screen.window().scene().getRoot())));
                growing.addAll(screen.onFx(() -> growing(screen.window().scene().getRoot())));
            });
        }
        assertThat(growing).isEmpty();
        assertThat(clipped).as("rings that the edge of what is scrolled would cut").isEmpty();
    }

    private static Set<String> clipped(Parent root) {
        Set<String> clipped = new TreeSet<>();
        for (Node node : root.lookupAll("*")) {
            if (node.isFocusTraversable() && !node.isDisabled() && Screen.isShown(node)) {
                Node ring = node instanceof CheckBox ? node.lookup(".box") : node;
                Bounds at = ring.localToScene(ring.getLayoutBounds());
                for (Node pane = node.getParent(); pane != null; pane = pane.getParent()) {
                    Bounds seen = pane.localToScene(pane.getLayoutBounds());
                    if (pane.getStyleClass().contains("viewport") && seen.intersects(at)
                            && (at.getMinX() - seen.getMinX() < RING || at.getMaxX() <= seen.getMaxX() && seen.getMaxX() - at.getMaxX() < RING)) {
                        clipped.add(node.getClass().getSimpleName() + node.getStyleClass());
                    }
                }
            }
        }
        return clipped;
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
