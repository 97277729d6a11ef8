package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.app.trial.SampleTrial;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.start.StartModel;
import vn.banso.desktop.start.StartView;
import vn.banso.desktop.start.Step;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.store.files.NodeOptions;
import vn.banso.testing.Held;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.trust.crypto.Argon2Cost;

/** While the way in takes its time, the cursor stays where the person was, and no impatient key does anything. */
@Tag("slow")
class WaitingAtTheDoorJourney {
    private static final String MINE = "mua roi tren mai la";

    @TempDir
    Path folder;
    private Screen screen;
    private NodeOptions options;
    private final Held work = new Held();
    private StartModel model;

    @BeforeEach
    void open() {
        screen = Screen.open(Laptop.CLOCK);
        options = NodeOptions.standard().withHome(folder.resolve("home")).withCost(Argon2Cost.FAST);
        model = screen.onFx(() -> new StartModel(work, screen.answers(), options, screen.settings(),
                new SampleTrial(Path.of("sample-data"), options), node -> node.close()));
        does(m -> {
            m.begin();
            screen.window().show(() -> new StartView(new Ui(Texts.of(screen.settings().get().lang())), m));
        });
    }

    @AfterEach
    void close() {
        does(StartModel::leave);
        while (work.isWaiting()) {
            letGo();
        }
        screen.close();
    }

    @Test
    void whileARegisterIsMadeAndOpened() {
        does(StartModel::invited);
        does(m -> {
            m.invite().fresh().first().set(MINE);
            m.invite().fresh().again().set(MINE);
        });
        onTheButton("Lập sổ");
        impatient();
        letGo();
        screen.awaitText("Xin vào tỉnh");
        does(StartModel::leave);
        letGo();
        does(m -> m.locked(options.home().resolve("register")));
        // Wrong first: the field is selected whole, to be typed over.
        screen.write("sai");
        screen.push(KeyCode.ENTER);
        impatient();
        letGo();
        screen.awaitText("cứ thử lại");
        screen.write(MINE);
        assertThat(((TextInputControl) focus()).getText()).isEqualTo(MINE);
        onTheButton("Mở sổ");
        impatient();
        letGo();
        screen.awaitText("Xin vào tỉnh");
    }

    @Test
    void whileARequestIsSentAndStopped() {
        does(StartModel::invited);
        does(m -> {
            m.invite().fresh().first().set(MINE);
            m.invite().fresh().again().set(MINE);
            m.invite().make();
        });
        letGo();
        does(m -> {
            m.invite().holder().set("Lò Thị Mai");
            m.invite().receiver().set("127.0.0.1:9");
        });
        onTheButton("Gửi đề nghị và lấy mã");
        impatient();
        // Tab leads to the one thing that can be done, and back.
        Node before = focus();
        screen.push(KeyCode.TAB);
        assertThat(focus()).isNotSameAs(before);
        screen.push(KeyCode.TAB);
        assertThat(focus()).isSameAs(before);
        screen.push(KeyCode.TAB);
        screen.push(KeyCode.ENTER);
        screen.awaitNoText("Dừng lại");
        assertThat(focus()).as("where the person was").isSameAs(before);
        assertThat(screen.settings().get().lang()).isEqualTo(Lang.VI);
        // Once more, and now it fails by itself: what is said moves nobody.
        screen.push(KeyCode.ENTER);
        letGo();
        screen.awaitText("Chưa gửi gì đi");
        assertThat(focus()).isSameAs(before);
        // Escape stops as well.
        screen.push(KeyCode.ENTER);
        screen.awaitText("Dừng lại");
        screen.push(KeyCode.ESCAPE);
        screen.awaitNoText("Dừng lại");
        assertThat(focus()).isSameAs(before);
    }

    @Test
    void whileATrialIsMade() {
        does(StartModel::tryItOut);
        screen.push(KeyCode.ESCAPE);
        assertThat(model.step().get()).as("Escape leads back").isEqualTo(new Step.Choose());
        does(StartModel::tryItOut);
        screen.write(MINE);
        screen.push(KeyCode.ENTER);
        screen.write(MINE);
        screen.push(KeyCode.ENTER);
        impatient();
        screen.push(KeyCode.ESCAPE);
        screen.awaitNoText("Dừng lại");
        assertThat(model.step().get()).as("stopped, not left").isEqualTo(new Step.TryOut());
        assertThat(((TextInputControl) focus()).getText()).isEqualTo(MINE);
    }

    @Test
    void whileHelpIsAskedForAndABackupIsRead() throws IOException {
        screen.answers().path(Files.writeString(folder.resolve("thu.txt"), "Kính gửi"));
        onTheButton("Khôi phục từ bản sao lưu");
        impatient();
        letGo();
        screen.awaitText("không phải bản sao lưu");
        does(m -> m.locked(folder.resolve("nowhere")));
        does(StartModel::forgotten);
        does(m -> {
            m.forgot().fresh().first().set(MINE);
            m.forgot().fresh().again().set(MINE);
        });
        screen.answers().path(folder.resolve("nho.banso"));
        onTheButton("Lưu tệp nhờ giúp");
        impatient();
        letGo();
        assertThat(model.step().get()).isInstanceOf(Step.Trouble.class);
    }

    /** Whatever is pressed now: the cursor stays, nothing is typed, nothing is begun, and the program speaks as before. */
    private void impatient() {
        screen.settle();
        assertThat(model.isBusy()).as("something is under way").isTrue();
        Node before = focus();
        assertThat(before).as("the cursor is somewhere").isNotNull();
        String typed = before instanceof TextInputControl input ? input.getText() : "";
        int asked = work.asked();
        Step step = model.step().get();
        screen.push(KeyCode.ENTER);
        screen.push(KeyCode.SPACE);
        screen.push(KeyCode.A);
        screen.push(KeyCode.BACK_SPACE);
        screen.push(KeyCode.DOWN);
        assertThat(focus()).as("the cursor stays").isSameAs(before);
        assertThat(before instanceof TextInputControl input ? input.getText() : "").isEqualTo(typed);
        assertThat(work.asked()).isEqualTo(asked);
        assertThat(model.step().get()).isEqualTo(step);
        assertThat(screen.settings().get().lang()).isEqualTo(Lang.VI);
    }

    private void onTheButton(String words) {
        screen.settle();
        screen.onFx(() -> {
            screen.window().scene().getRoot().lookupAll("*").stream()
                    .filter(n -> n instanceof ButtonBase l && l.getText().equals(words) && Screen.isShown(n))
                    .findFirst().orElseThrow().requestFocus();
            return null;
        });
        screen.push(KeyCode.ENTER);
    }

    private Node focus() {
        screen.settle();
        return screen.onFx(() -> screen.window().scene().getFocusOwner());
    }

    private void letGo() {
        screen.onFx(() -> {
            work.letGo();
            return null;
        });
        screen.settle();
    }

    private void does(Consumer<StartModel> act) {
        screen.onFx(() -> {
            act.accept(model);
            return null;
        });
        screen.settle();
    }
}
