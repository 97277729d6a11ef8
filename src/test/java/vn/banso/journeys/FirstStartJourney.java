package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.app.trial.SampleTrial;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.settings.SettingsFile;
import vn.banso.desktop.start.Trial;
import vn.banso.register.values.Lang;
import vn.banso.store.files.NodeOptions;
import vn.banso.testing.Entering;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.trust.crypto.Argon2Cost;

/** Somebody opens the program for the first time and tries it out, by keys alone; the next day it is where it was. */
@Tag("slow")
class FirstStartJourney {
    private static final String MINE = "mua roi tren mai la";

    @TempDir
    Path folder;

    @Test
    void fromTwoChoicesToAFullRegister() {
        NodeOptions options = NodeOptions.standard().withHome(folder.resolve("home")).withCost(Argon2Cost.FAST);
        Trial trial = new SampleTrial(Path.of("sample-data"), options);
        try (Screen screen = Screen.open(Laptop.CLOCK); Entering door = Entering.first(screen, options, trial)) {
            // Two choices in plain words; Tab goes to the second.
            screen.awaitText("Tôi được mời");
            screen.press(KeyCode.TAB).release(KeyCode.TAB);
            screen.push(KeyCode.ENTER);
            screen.awaitText("Lập bản dùng thử");
            assertThat(screen.texts()).anyMatch(t -> t.contains("bốn, năm từ"));
            // A passphrase, typed twice; what it is worth is told in words.
            screen.write("1987");
            screen.awaitText("Còn ngắn");
            screen.eraseText(4);
            screen.write(MINE);
            screen.awaitText("Khó đoán");
            screen.push(KeyCode.ENTER);
            screen.write(MINE);
            screen.awaitText("Hai lần giống nhau");
            screen.push(KeyCode.ENTER);
            // The register opens, full.
            screen.awaitText("tỉnh đã nhận");
            screen.awaitText("Lò Thị Mai");
            screen.awaitText("Dữ liệu mẫu");
            screen.awaitText("mục trên máy này");
            // The province behind it really answers: what was written this morning is handed over and receipted.
            screen.press(KeyCode.CONTROL, KeyCode.DIGIT5).release(KeyCode.DIGIT5, KeyCode.CONTROL);
            screen.awaitText("Bàn giao qua mạng");
            screen.clickOn("Bàn giao qua mạng");
            screen.awaitNoText("mục trên máy này");
        }
        assertThat(new SettingsFile(options.home()).read().node()).isEqualTo(trial.usualFolder().resolve("laptop").toString());

        // The next day it asks for the passphrase at once, in the language that was chosen meanwhile.
        Settings kept = new SettingsFile(options.home()).read().withLang(Lang.EN);
        try (Screen screen = Screen.open(1366, 768, kept, Laptop.CLOCK); Entering door = Entering.first(screen, options, trial)) {
            screen.awaitText("Open the register");
            screen.write(MINE);
            screen.push(KeyCode.ENTER);
            screen.awaitText("with the province");
        }
    }
}
