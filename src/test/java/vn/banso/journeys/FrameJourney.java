package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
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
import vn.banso.testing.Pictures;
import vn.banso.testing.SampleVillage;
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
            assertThat(screen.texts()).as("there is one commune, and nothing to choose").doesNotContain("Chọn xã để xem");
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

    @Test
    void aNoticeCoversNothingAndWhatOneReadsStaysWhereItIs() {
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(958, 535, Settings.USUAL, Laptop.CLOCK)) {
            OpenRegister workplace = screen.enter(village.laptop().node());
            Pictures.places(village).forEach((name, place) -> {
                screen.onFx(() -> {
                    workplace.notice().set(Optional.empty());
                    return null;
                });
                screen.go(place);
                screen.onFx(() -> {
                    scrolls(screen).forEach(pane -> pane.setVvalue(0.5));
                    flows(screen).forEach(flow -> flow.scrollPixels(100));
                    return null;
                });
                screen.settle();
                List<Integer> lines = screen.onFx(() -> lines(screen));
                List<Double> tops = screen.onFx(() -> tops(screen, lines));
                screen.onFx(() -> {
                    workplace.tell(Notice.wait("household.needs_name"));
                    return null;
                });
                screen.settle();
                screen.onFx(() -> {
                    Node notice = screen.window().scene().lookup(".bs-notice");
                    Node page = screen.window().scene().lookup(".bs-page");
                    assertThat(bottom(page)).as(name).isLessThanOrEqualTo(at(notice).getMinY());
                    assertThat(page.lookupAll(".bs-scroll, .list-view, .table-view")).as(name).filteredOn(Screen::isShown)
                            .allMatch(n -> inside(n, page) || at(n).getMaxY() <= at(notice).getMinY() + 1);
                    assertThat(bottom(notice)).as(name).isLessThanOrEqualTo(at(screen.window().scene().lookup(".bs-truth")).getMinY() + 1);
                    List<Double> now = tops(screen, lines);
                    for (int i = 0; i < tops.size(); i++) {
                        assertThat(now.get(i)).as(name + " stays").isEqualTo(tops.get(i), within(1.5));
                    }
                    return null;
                });
            });
        }
    }

    private static Stream<ScrollPane> scrolls(Screen screen) {
        return screen.window().scene().lookup(".bs-page").lookupAll(".bs-scroll").stream().filter(Screen::isShown).map(ScrollPane.class::cast);
    }

    private static Stream<VirtualFlow<?>> flows(Screen screen) {
        return screen.window().scene().lookup(".bs-page").lookupAll(".virtual-flow").stream().filter(Screen::isShown).map(flow -> (VirtualFlow<?>) flow);
    }

    private static List<Double> tops(Screen screen, List<Integer> lines) {
        List<VirtualFlow<?>> flows = flows(screen).toList();
        return Stream.concat(scrolls(screen).map(FrameJourney::top),
                IntStream.range(0, flows.size()).mapToObj(i -> at(flows.get(i).getCell(lines.get(i))).getMinY())).toList();
    }

    /** For each list, one that is seen whole. */
    private static List<Integer> lines(Screen screen) {
        return flows(screen).map(flow -> flow.getFirstVisibleCell() == null ? 0 : Math.min(flow.getFirstVisibleCell().getIndex() + 1, flow.getCellCount() - 1)).toList();
    }

    /** Where what is scrolled begins in the window. */
    private static double top(ScrollPane pane) {
        return at(pane.getContent()).getMinY();
    }

    /** What is scrolled inside another may reach further than is shown. */
    private static boolean inside(Node node, Node page) {
        for (Node at = node.getParent(); at != page; at = at.getParent()) {
            if (at instanceof ScrollPane) {
                return true;
            }
        }
        return false;
    }

    private static double bottom(Node node) {
        return at(node).getMaxY();
    }

    private static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
