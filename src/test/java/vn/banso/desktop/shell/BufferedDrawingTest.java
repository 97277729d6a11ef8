package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.effect.BlendMode;
import javafx.scene.effect.DropShadow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Settings;
import vn.banso.testing.Laptop;
import vn.banso.testing.Pictures;
import vn.banso.testing.SampleVillage;
import vn.banso.testing.Screen;

/**
 * Nothing as large as a page is drawn into a picture of its own first, as effects, rounded clips, transparent groups and cached nodes
 * are: without a graphics card each such picture lies in the heap, and grows with the screen.
 */
@Tag("slow")
class BufferedDrawingTest {
    /** A menu or a list that drops down may be as large. */
    private static final double LARGEST = 400 * 400;

    @TempDir
    Path folder;

    @Test
    void noPageIsDrawnByWayOfAPictureOfItself() {
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(1366, 768, Settings.USUAL, Laptop.CLOCK)) {
            screen.enter(village.laptop().node());
            List<String> buffered = new ArrayList<>();
            Pictures.places(village).forEach((name, place) -> {
                screen.go(place);
                buffered.addAll(screen.onFx(() -> buffered(name, screen.window().scene().getRoot())));
            });
            screen.push(KeyCode.F1);
            screen.settle();
            buffered.addAll(screen.onFx(() -> buffered("help", screen.window().scene().getRoot())));
            assertThat(buffered).isEmpty();
        }
    }

    @Test
    void itWouldBeSeen() {
        try (Screen screen = Screen.open(Laptop.CLOCK)) {
            assertThat(screen.onFx(() -> {
                StackPane page = new StackPane();
                screen.window().show(() -> page);
                Region shadow = new Region();
                shadow.setEffect(new DropShadow());
                Region faded = new Region();
                faded.setOpacity(0.5);
                Region rounded = new Region();
                Rectangle clip = new Rectangle(900, 600);
                clip.setArcWidth(12);
                clip.setArcHeight(12);
                rounded.setClip(clip);
                Region straight = new Region();
                straight.setClip(new Rectangle(900, 600));
                page.getChildren().addAll(new ScrollPane(new Label("x")), shadow, faded, rounded, straight);
                screen.window().scene().getRoot().applyCss();
                screen.window().scene().getRoot().layout();
                return buffered("planted", page);
            })).hasSize(4).satisfiesExactly(s -> assertThat(s).contains("cached"), s -> assertThat(s).contains("effect"),
                    s -> assertThat(s).contains("opacity"), s -> assertThat(s).contains("clip"));
        }
    }

    private static List<String> buffered(String page, Node node) {
        List<String> found = new ArrayList<>();
        Bounds bounds = node.getLayoutBounds();
        if (bounds.getWidth() * bounds.getHeight() > LARGEST) {
            why(node).forEach(why -> found.add(page + ": " + node.getClass().getName() + node.getStyleClass() + " " + why));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(buffered(page, child)));
        }
        return found;
    }

    private static List<String> why(Node node) {
        List<String> why = new ArrayList<>();
        if (node.isCache()) {
            why.add("cached");
        }
        if (node.getEffect() != null) {
            why.add("effect");
        }
        if (node.getOpacity() > 0 && node.getOpacity() < 1) {
            why.add("opacity");
        }
        if (node.getBlendMode() != null && node.getBlendMode() != BlendMode.SRC_OVER) {
            why.add("blend mode");
        }
        if (node.getClip() != null && !(node.getClip() instanceof Rectangle r && r.getArcWidth() == 0 && r.getOpacity() == 1
                && r.getEffect() == null && r.getClip() == null)) {
            why.add("clip");
        }
        return why;
    }
}
