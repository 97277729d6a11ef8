package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.testing.StyleWarnings;

/** Every story at the window fails where a style sheet asks for what is not there; this is the planted fault. */
@ExtendWith(ApplicationExtension.class)
class StyleWarningsTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void aColourThatIsNowhereIsHeardOf(FxRobot robot) {
        StyleWarnings.listen();
        show(robot, Ui.styled(new Label("Bó Mười"), "bs-soft"));
        assertThat(StyleWarnings.said()).isEmpty();
        Label planted = new Label("Bó Mười");
        planted.setStyle("-fx-text-fill: -bs-nowhere;");
        show(robot, planted);
        assertThat(StyleWarnings.said()).isNotEmpty().allMatch(said -> said.contains("-bs-nowhere"));
    }

    private void show(FxRobot robot, Label label) {
        robot.interact(() -> {
            stage.setScene(new Scene(label));
            Look.apply(stage.getScene(), Settings.USUAL);
            stage.show();
        });
    }
}
