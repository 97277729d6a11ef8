package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.say.Sentence;
import vn.banso.testing.Awaited;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;

/** Questions that interrupt: in the middle of the window, answered by keys, and never by a slip of Enter. */
class QuestionTest {
    private static final String REASON = "Hộ đã chuyển đi";

    private Screen screen;
    private Stage owner;

    @BeforeEach
    void open() {
        screen = Screen.open(940, 700, Settings.USUAL, Laptop.CLOCK);
        owner = (Stage) screen.window().scene().getWindow();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private <T> CompletableFuture<T> asked(Function<Dialogs, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Dialogs dialogs = new FxDialogs(owner, () -> new Ui(Texts.of(Lang.VI)));
        Platform.runLater(() -> answer.complete(question.apply(dialogs)));
        screen.await("a question", () -> Window.getWindows().stream().anyMatch(w -> isQuestion(w) && w.isFocused()));
        return answer;
    }

    private static boolean isQuestion(Window window) {
        return window instanceof Stage stage && stage.getScene().getRoot() instanceof QuestionCard;
    }

    private Stage question() {
        return (Stage) Window.getWindows().stream().filter(QuestionTest::isQuestion).findFirst().orElseThrow();
    }

    private static Optional<String> ask(Dialogs dialogs) {
        return dialogs.ask(Sentence.of("household.delete.question"), "household.act.delete");
    }

    @Test
    void itStandsInTheMiddleOfTheWindowTheFirstTimeToo() throws Exception {
        CompletableFuture<Optional<String>> answer = asked(QuestionTest::ask);
        screen.onFx(() -> {
            Stage asked = question();
            assertThat(asked.getX() + asked.getWidth() / 2).isCloseTo(owner.getX() + owner.getWidth() / 2, org.assertj.core.data.Offset.offset(2.0));
            assertThat(asked.getY() + asked.getHeight() / 2).isCloseTo(owner.getY() + owner.getHeight() / 2, org.assertj.core.data.Offset.offset(2.0));
            assertThat(asked.getScene().getRoot().prefHeight(asked.getWidth())).isLessThanOrEqualTo(asked.getHeight());
            assertThat(asked.getScene().getRoot().lookupAll(".button")).hasSize(2).allMatch(b -> b.getStyleClass().contains("bs-button"));
            return null;
        });
        screen.push(KeyCode.ESCAPE);
        assertThat(Awaited.answer(answer)).isEmpty();
    }

    @Test
    void enterWithoutAReasonSaysThatOneIsNeeded() throws Exception {
        CompletableFuture<Optional<String>> answer = asked(QuestionTest::ask);
        screen.push(KeyCode.ENTER);
        screen.await("it is said that a reason is needed", () -> question().getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(l -> ((Labeled) l).getText().contains("Xin ghi một lý do")));
        assertThat(answer).isNotDone();
        screen.onFx(() -> {
            ((javafx.scene.control.TextField) question().getScene().lookup(".text-field")).setText("  " + REASON + " ");
            return null;
        });
        screen.push(KeyCode.ENTER);
        screen.await("the act has the keyboard, and nothing is done yet",
                () -> question().getScene().getFocusOwner() instanceof Button b && b.getStyleClass().contains("bs-question-act"));
        assertThat(answer).isNotDone();
        screen.push(KeyCode.ENTER);
        assertThat(Awaited.answer(answer)).contains(REASON);
    }

    @Test
    void aSlipOfEnterDoesNothingThatCannotBeTakenBack() throws Exception {
        CompletableFuture<Boolean> answer = asked(d -> d.confirm(Sentence.of("people.keep_apart.question"), "people.keep_apart"));
        screen.push(KeyCode.ENTER);
        assertThat(Awaited.answer(answer)).isFalse();
        CompletableFuture<Boolean> again = asked(d -> d.confirm(Sentence.of("people.keep_apart.question"), "people.keep_apart"));
        screen.push(KeyCode.LEFT);
        screen.push(KeyCode.ENTER);
        assertThat(Awaited.answer(again)).isTrue();
    }
}
