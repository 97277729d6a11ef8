package vn.banso.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.testing.Awaited;

/** The words and shapes that every page shares. */
@ExtendWith(ApplicationExtension.class)
class UiTest {
    private static final String LONG = "Tân Lập Khuổi Mèo Nà Phặc Cốc Lùng Thượng Lâm";

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void whatIsLateIsNotSeenAtOnceAndThenIs(FxRobot robot) throws InterruptedException {
        Label waiting = new Label("đang đọc");
        CountDownLatch seen = new CountDownLatch(1);
        robot.interact(() -> {
            Ui.late(waiting);
            assertThat(waiting.isVisible()).as("whoever does not wait does not see it").isFalse();
            assertThat(waiting.isManaged()).as("nothing moves when it comes").isTrue();
            waiting.visibleProperty().subscribe((_, is) -> {
                if (is) {
                    seen.countDown();
                }
            });
        });
        Awaited.happened("it comes into sight", seen);
    }

    @Test
    void aNameThatHasNoRoomKeepsItsEndAndIsReadWholeUnderTheMouse(FxRobot robot) {
        robot.interact(() -> {
            Label name = new Ui(Texts.of(Lang.VI)).name(LONG);
            name.setMinWidth(0);
            name.setMaxWidth(150);
            stage.setScene(new Scene(new HBox(name), 600, 100));
            stage.show();
            name.getScene().getRoot().applyCss();
            name.getScene().getRoot().layout();
            assertThat(name.lookup(".text")).satisfies(drawn ->
                    assertThat(((javafx.scene.text.Text) drawn).getText()).startsWith("Tân").endsWith("Lâm").contains("..."));
            assertThat(name.getTooltip().getText()).isEqualTo(LONG);
            name.setMaxWidth(Double.MAX_VALUE);
            name.getScene().getRoot().layout();
            assertThat(name.getTooltip()).isNull();
        });
    }
}
