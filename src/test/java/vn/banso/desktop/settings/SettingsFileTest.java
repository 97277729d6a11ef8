package vn.banso.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.WindowBounds;
import vn.banso.register.values.Lang;

/** Settings are kept, and never stand in the way. */
class SettingsFileTest {
    @TempDir
    private Path home;

    @Test
    void whatIsChosenIsThereNextTime() throws IOException {
        Settings chosen = new Settings(Lang.EN, Settings.Theme.CONTRAST, 18, 0, "https://nhan.thainguyen.example/banso", "192.168.1.5",
                "C:\\Users\\Máy trạm\\bản số", Optional.of(new WindowBounds(-8, 0, 1200, 700, true)));
        new SettingsFile(home.resolve("new")).write(chosen);
        assertThat(new SettingsFile(home.resolve("new")).read()).isEqualTo(chosen);
    }

    @Test
    void withoutAFileAllIsAsUsual() {
        assertThat(new SettingsFile(home.resolve("none")).read()).isEqualTo(Settings.USUAL);
        assertThat(home.resolve("none")).doesNotExist();
    }

    @Test
    void oneBadLineSpoilsNothingElse() throws IOException {
        Files.writeString(home.resolve("settings"), "theme=purple\ntext_size=huge\nlanguage=en\nidle_minutes=9999\nsomething=new\nno line\n");
        assertThat(new SettingsFile(home).read()).isEqualTo(Settings.USUAL.withLang(Lang.EN).withIdleMinutes(240));
    }

    @Test
    void aFileOfRubbishIsKeptAside() throws IOException {
        byte[] rubbish = {(byte) 0xff, (byte) 0xfe, 0, 1, 2};
        Files.write(home.resolve("settings"), rubbish);
        assertThat(new SettingsFile(home).read()).isEqualTo(Settings.USUAL);
        assertThat(home.resolve("settings.damaged")).hasBinaryContent(rubbish);
        new SettingsFile(home).write(Settings.USUAL.withTextSize(20));
        assertThat(new SettingsFile(home).read().textSize()).isEqualTo(20);
    }
}
