package vn.banso.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.OtherRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.values.Lang;
import vn.banso.store.Node;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** Settings without a window. */
class SettingsModelTest {
    @TempDir
    private Path dir;

    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
    private final Answers answers = new Answers();
    private final List<OtherRegister> elsewhere = new ArrayList<>();
    private Laptop laptop;
    private OpenRegister workplace;
    private SettingsModel model;

    @BeforeEach
    void open() {
        laptop = Laptop.of(dir.resolve("around"), Role.VOLUNTEER, 3);
        workplace = new OpenRegister(laptop.node(), new AtOnce(), Laptop.CLOCK, answers, settings);
        model = new SettingsModel(workplace, elsewhere::add);
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    @Test
    void itTellsWhatThisDeviceIs() {
        model.reread();
        SettingsModel.About about = model.about().get().orElseThrow();
        assertThat(about.holder()).contains(new SettingsModel.Grantee("Hoàng Văn Thử", Role.VOLUNTEER));
        assertThat(about.communes()).extracting(unit -> unit.name()).containsExactly("Sảng Mộc");
        assertThat(about.province().orElseThrow().name()).isEqualTo("Thái Nguyên");
        assertThat(about.fingerprint()).matches("(\\w{4}-){3}\\w{4}");
    }

    @Test
    void anAddressIsKeptOnlyWhereItIsOne() {
        model.receiver().set("nhận ở đâu");
        assertThat(model.keepReceiver()).isFalse();
        assertThat(told()).isEqualTo("settings.receiver.form");
        model.receiver().set(" https://nhan.example/ ");
        assertThat(model.keepReceiver()).isTrue();
        assertThat(settings.get().receiver()).isEqualTo("https://nhan.example/");
        model.receiver().set("");
        model.keepReceiver();
        assertThat(told()).isEqualTo("settings.receiver.usual");
        model.choose(s -> s.withLang(Lang.EN));
        assertThat(settings.get().lang()).isEqualTo(Lang.EN);
    }

    @Test
    void aLineThatOthersCanReadIsAskedAboutOnceAndForOneHost() {
        model.receiver().set("192.168.1.5:8080");
        answers.yes(false);
        model.keepReceiver();
        assertThat(settings.get().openHost()).isEmpty();
        answers.yes(true);
        model.keepReceiver();
        assertThat(settings.get().openHost()).isEqualTo("192.168.1.5");
        model.receiver().set("127.0.0.1:8080");
        model.keepReceiver();
        model.receiver().set("192.168.1.5:9000");
        model.keepReceiver();
        assertThat(answers.asked()).containsExactly("settings.receiver.open", "settings.receiver.open");
    }

    @Test
    void aBackupIsRestoredIntoAFolderOfItsOwn() throws Exception {
        answers.path(dir.resolve("usb"));
        model.backUp();
        assertThat(told()).isEqualTo("settings.backup.done");
        Path backup;
        try (var files = Files.list(dir.resolve("usb"))) {
            backup = files.findFirst().orElseThrow();
        }
        answers.path(backup).yes(false);
        model.restore();
        assertThat(elsewhere).as("thought better of it").isEmpty();
        answers.yes(true);
        model.restore();
        assertThat(elsewhere).singleElement().satisfies(other -> assertThat(other.restored()).as("of which day it is").isPresent());
        try (Node restored = Node.open(elsewhere.getFirst().folder(), Neighbourhood.PASSPHRASE, laptop.around().options(Laptop.NAME))) {
            assertThat(laptop.around().households(restored)).isEqualTo(laptop.around().households(laptop.node()));
        }
        answers.path(Files.writeString(dir.resolve("letter"), "Kính gửi"));
        model.restore();
        assertThat(told()).isEqualTo("settings.restore.unfit");
    }

    @Test
    void thePassphraseIsChangedOnlyByWhoKnowsIt() {
        model.changing().set(true);
        model.before().set("không nhớ");
        model.fresh().first().set("mưa rơi trên mái lá");
        model.changePassphrase();
        assertThat(told()).isEqualTo("passphrase.differ");
        model.fresh().again().set("mưa rơi trên mái lá");
        model.changePassphrase();
        assertThat(told()).isEqualTo("settings.passphrase.wrong");
        model.before().set(new String(Neighbourhood.PASSPHRASE));
        model.changePassphrase();
        assertThat(told()).isEqualTo("settings.passphrase.changed");
        assertThat(model.changing().get()).isFalse();
        assertThat(model.before().get()).isEmpty();
        laptop.around().passphrase(Laptop.NAME, "mưa rơi trên mái lá".toCharArray());
        laptop = laptop.reopened();
    }

    @Test
    void theFileForWhoeverHelpsIsWrittenWhereItIsWished() {
        answers.path(dir.resolve("chan-doan.txt"));
        model.diagnose();
        assertThat(told()).isEqualTo("settings.diagnostics.done");
        assertThat(dir.resolve("chan-doan.txt")).content().contains("entries household: 3").doesNotContain("Hoàng Văn Thử");
    }

    private String told() {
        return workplace.notice().get().orElseThrow().sentences().getFirst().key();
    }
}
