package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.Lang;
import vn.banso.sync.Admission;
import vn.banso.testing.Entering;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.VaultException;

/** The passphrase: wrong, right, forgotten; locked and open again; and a register that another window holds. */
@Tag("slow")
class UnlockJourney {
    private static final String RIGHT = new String(Neighbourhood.PASSPHRASE);

    @TempDir
    Path folder;

    @Test
    void wrongThenRightThenLockedAndAtTheSamePlaceAgain() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 5)) {
            laptop.around().shut(Laptop.NAME);
            try (Screen screen = Screen.open(Laptop.CLOCK); Entering door = Entering.at(screen, laptop)) {
                // Wrong: a calm sentence, and the field keeps the cursor.
                screen.awaitText("Mở sổ");
                screen.write("sai");
                screen.push(KeyCode.ENTER);
                screen.awaitText("cứ thử lại");
                // Typing goes over what was wrong.
                door.type(RIGHT);
                screen.push(KeyCode.ENTER);
                screen.awaitText("xã đã nhận");
                // At a place.
                screen.onFx(() -> go(screen, new Place.Preferences()));
                screen.awaitText("Mã đối chiếu của máy");
                // Another language and other colours: the place stays.
                screen.choose(screen.settings().get().withLang(Lang.EN).withTheme(Settings.Theme.DARK));
                screen.awaitText("Fingerprint of this device");
                screen.choose(screen.settings().get().withLang(Lang.VI));
                screen.awaitText("Mã đối chiếu của máy");
                // Locked by a key: nothing of it is on the screen, and the keys are gone: the file can be opened elsewhere.
                screen.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
                screen.awaitText("Sổ đang khóa");
                assertThat(screen.texts()).noneMatch(t -> t.contains("Hoàng Văn Thử"));
                laptop.around().open(Laptop.NAME);
                laptop.around().shut(Laptop.NAME);
                // Open again, where it was.
                door.type(RIGHT);
                screen.push(KeyCode.ENTER);
                screen.awaitText("Mã đối chiếu của máy");
                screen.awaitText("Hoàng Văn Thử");
            }
        }
    }

    @Test
    void forgottenAndHelpedByTheOfficer() throws IOException, MalformedException, VaultException, Admission.NotEntitledException {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 5)) {
            laptop.around().shut(Laptop.NAME);
            try (Screen screen = Screen.open(Laptop.CLOCK); Entering door = Entering.at(screen, laptop)) {
                screen.awaitText("Quên mật khẩu");
                screen.clickOn("Quên mật khẩu");
                screen.awaitText("Cán bộ không biết mật khẩu mới");
                door.type("mua roi tren mai la");
                screen.push(KeyCode.ENTER);
                door.type("mua roi tren mai la");
                screen.answers().path(folder.resolve("ask.banso"));
                screen.push(KeyCode.ENTER);
                screen.awaitText("Đã lưu ask.banso");
                Recovery.Request asked = Recovery.read(Files.readAllBytes(folder.resolve("ask.banso")));
                screen.awaitText(asked.fingerprint());
                screen.answers().path(Files.write(folder.resolve("answer.banso"), Admission.help(laptop.office(), asked)));
                screen.clickOn("Mở tệp trả lời");
                screen.awaitText("xã đã nhận");
            }
        }
    }

    @Test
    void heldByAnotherWindowUntilThatIsClosed() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 5);
                Screen screen = Screen.open(Laptop.CLOCK); Entering door = Entering.at(screen, laptop)) {
            screen.awaitText("Mở sổ");
            door.type(RIGHT);
            screen.push(KeyCode.ENTER);
            screen.awaitText("Sổ đang mở ở cửa sổ khác");
            laptop.around().shut(Laptop.NAME);
            screen.push(KeyCode.ENTER);
            screen.awaitText("xã đã nhận");
        }
    }

    private static Boolean go(Screen screen, Place place) {
        screen.window().navigator().go(place);
        return true;
    }
}
