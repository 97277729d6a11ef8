package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.SampleVillage;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A session that is opened again says the same as before. */
@Tag("slow")
class SessionAgainJourney {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    @TempDir
    Path folder;

    private static EntryId saved(Laptop laptop, Draft draft) {
        assertThat(laptop.node().save(List.of(draft)).isSaved()).isTrue();
        return draft.id();
    }

    private static List<String> chosen(Screen screen) {
        return screen.onFx(() -> screen.window().scene().getRoot().lookupAll(".bs-choice").stream()
                .filter(n -> n.getPseudoClassStates().contains(CHOSEN) && Screen.isShown(n)).map(n -> ((Label) n).getText()).toList());
    }

    @Test
    void whatBecameOfItIsSaidEachTimeItIsOpened() {
        try (Laptop laptop = Laptop.of(folder, Role.TRAINER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            EntryId course = saved(laptop, Draft.of(Catalogue.CLASS, SCOPE, laptop.node().freshId())
                    .with("name", new Value.Text("Lớp tối Khuổi Mèo")));
            EntryId session = saved(laptop, Draft.of(Catalogue.SESSION, SCOPE, laptop.node().freshId())
                    .with("kind", Codes.SESSION_KIND.code("class").orElseThrow()).with("class", new Value.Ref(course))
                    .with("date", Value.Day.parse("2026-11-19")).with("status", Codes.SESSION_STATUS.code("held").orElseThrow()));
            screen.enter(laptop.node());
            screen.go(new Place.ClassRoom(SCOPE, course));
            screen.go(new Place.Session(SCOPE, session));
            assertThat(chosen(screen)).contains("Đã tổ chức");
            screen.press(KeyCode.CONTROL).press(KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN).release(KeyCode.CONTROL);
            screen.settle();
            assertThat(chosen(screen)).contains("Đã tổ chức", "Không ghi tên");
            for (int time = 0; time < 2; time++) {
                screen.press(KeyCode.ALT).press(KeyCode.LEFT).release(KeyCode.LEFT).release(KeyCode.ALT);
                screen.settle();
                screen.awaitText("Các buổi 1");
                screen.press(KeyCode.ENTER).release(KeyCode.ENTER);
                screen.awaitText("Buổi 1/1");
                screen.settle();
                assertThat(chosen(screen)).contains("Đã tổ chức", "Không ghi tên");
            }
        }
    }

    @Test
    void onASmallScreenNoWordOfItIsCut() {
        try (SampleVillage village = SampleVillage.in(folder); Screen screen = Screen.open(1093, 614, Settings.USUAL, Laptop.CLOCK)) {
            saved(village.laptop(), Draft.of(Catalogue.SESSION, SCOPE, village.session()).with("status", Value.BLANK));
            screen.enter(village.laptop().node());
            screen.settle();
            screen.go(new Place.Session(SCOPE, village.session()));
            screen.awaitText("Đã qua ngày, cần ghi");
            assertThat(cut(screen)).isEmpty();
            screen.go(new Place.Classes());
            screen.awaitText("Chưa ghi danh sách");
            assertThat(cut(screen)).isEmpty();
        }
    }

    /** Choices, marks and the name of the class that stand there with less room than they need, or beyond the edge of the window. */
    private static List<String> cut(Screen screen) {
        return screen.onFx(() -> {
            Parent root = screen.window().scene().getRoot();
            root.layout();
            return Stream.of(".bs-choice", ".bs-mark", ".bs-link").flatMap(kind -> root.lookupAll(kind).stream())
                    .map(Labeled.class::cast).filter(l -> Screen.isShown(l) && l.getWidth() > 0)
                    .filter(l -> !l.isWrapText() && l.getWidth() + 1 < l.prefWidth(-1)
                            || l.localToScene(l.getBoundsInLocal()).getMaxX() > root.getScene().getWidth())
                    .map(Labeled::getText).toList();
        });
    }
}
