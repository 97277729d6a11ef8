package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.QuestionBand;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;

/** A key that is held down answers no question. */
@ExtendWith(ApplicationExtension.class)
class KeyRepeatTest {
    private final List<String> answered = new ArrayList<>();
    private Runnable onAnswer = () -> { };
    private KeyRepeat repeat;
    private TextField before;
    private TextField after;
    private QuestionBand band;

    @Start
    void start(Stage stage) {
        before = new TextField();
        after = new TextField();
        band = new QuestionBand(new Ui(Texts.of(Lang.VI)), Icon.SHIELD, "?", List.of(new QuestionBand.Answer("có", () -> {
            answered.add("có");
            after.requestFocus();
            onAnswer.run();
        })));
        VBox frame = new VBox(before, band, after);
        repeat = new KeyRepeat(frame);
        stage.setScene(new Scene(frame, 300, 200));
        stage.show();
    }

    @Test
    void aHeldKeyAnswersNothingThatComesUpMeanwhile(FxRobot robot) {
        robot.interact(() -> {
            before.requestFocus();
            press(before);
            band.requestFocus();
            press(band);
            press(band);
        });
        assertThat(answered).isEmpty();
        robot.interact(() -> {
            letGo(band);
            press(band);
        });
        assertThat(answered).hasSize(1);
    }

    @Test
    void theKeyThatAnsweredSaysNothingMore(FxRobot robot) {
        robot.interact(() -> {
            band.requestFocus();
            press(band);
            press(after);
            press(after);
        });
        assertThat(answered).hasSize(1);
        assertThat(after.getText()).isEmpty();
        robot.interact(() -> {
            letGo(after);
            press(after);
        });
        assertThat(after.getText()).isEqualTo("1");
    }

    @Test
    void aKeyThatIsLetGoForAPageThatWentIsLetGo(FxRobot robot) {
        SimpleBooleanProperty opening = new SimpleBooleanProperty(true);
        Page coming = page(opening);
        HeldKeys[] held = new HeldKeys[1];
        // The press answers, and what comes up by that keeps what is left of the key waiting.
        onAnswer = () -> held[0].arrive(coming);
        robot.interact(() -> {
            VBox frame = (VBox) band.getParent();
            held[0] = new HeldKeys(frame, _ -> false, repeat::letGo);
            held[0].arrive(page(new SimpleBooleanProperty(false)));
            band.requestFocus();
            press(band);
            letGo(band);
        });
        WaitForAsyncUtils.waitForFxEvents(30);
        assertThat(answered).hasSize(1);
        robot.interact(() -> {
            held[0].letGo();
            held[0].arrive(page(new SimpleBooleanProperty(false)));
        });
        WaitForAsyncUtils.waitForFxEvents(30);
        robot.interact(() -> {
            after.requestFocus();
            press(after);
        });
        WaitForAsyncUtils.waitForFxEvents(30);
        assertThat(after.getText()).isEqualTo("1");
    }

    private static Page page(SimpleBooleanProperty opening) {
        return new Page() {
            @Override
            public String title() {
                return "";
            }

            @Override
            public Node node() {
                return new VBox();
            }

            @Override
            public ObservableValue<Boolean> opening() {
                return opening;
            }
        };
    }

    /** Again where it was not let go. */
    private static void press(Node at) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "1", "1", KeyCode.DIGIT1, false, false, false, false));
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_TYPED, "1", "1", KeyCode.UNDEFINED, false, false, false, false));
    }

    private static void letGo(Node at) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_RELEASED, "1", "1", KeyCode.DIGIT1, false, false, false, false));
    }
}
