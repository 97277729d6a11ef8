package vn.banso.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.PassphraseRecovery;
import vn.banso.store.lists.Attention;
import vn.banso.sync.Admission;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** Letting in, shutting out and helping, without a page. */
class DevicesModelTest {
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;
    private OpenRegister workplace;
    private DevicesModel model;
    private final Answers answers = new Answers();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder.resolve("people"), "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        mai = people.laptop("mai", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        workplace = new OpenRegister(office, new AtOnce(), Laptop.CLOCK, answers, settings);
        workplace.refreshMe();
        model = new DevicesModel(workplace);
        model.reread();
    }

    @AfterEach
    void close() {
        people.close();
    }

    private DeviceLine line(Node node) {
        return model.scene().get().lines().orElseThrow().stream().filter(l -> l.device().id().equals(node.id())).findFirst().orElseThrow();
    }

    private List<String> told() {
        return workplace.notice().get().stream().flatMap(n -> n.sentences().stream()).map(Sentence::key).toList();
    }

    @Test
    void everyDeviceSaysWhatCameOfIt() {
        people.record(mai, 4);
        office.ledger().take(mai.ledger().seal());
        model.reread();
        assertThat(line(office).mine()).isTrue();
        assertThat(line(office).mayRevoke()).isFalse();
        assertThat(line(mai).mayRevoke()).isTrue();
        assertThat(line(mai).work().counted()).isEqualTo(5);
        assertThat(line(mai).work().province()).isZero();
        assertThat(line(mai).work().newest()).contains(Laptop.CLOCK.instant());

        people.province().ledger().take(office.ledger().batchesLacking(people.province().ledger().have(Neighbourhood.SANG_MOC)));
        people.province().ledger().receipt(Neighbourhood.SANG_MOC).ifPresent(r -> office.ledger().accept(r));
        model.reread();
        assertThat(line(mai).work().province()).isEqualTo(5);
    }

    @Test
    void whoAsksByFileIsLetInAndWritesFromThenOn() throws Exception {
        Node sua = people.open("sua");
        Path request = Files.write(folder.resolve("de-nghi"), Admission.request(sua, "Vàng Thị Sua", Role.VOLUNTEER));
        Path welcome = folder.resolve("cap-quyen");
        answers.path(request);
        model.askByFile();
        assertThat(model.scene().get().asking().orElseThrow().request().holder()).isEqualTo("Vàng Thị Sua");
        assertThat(office.grants().device(sua.id())).as("nothing is granted by looking").isEmpty();
        answers.path(welcome);
        assertThat(model.isReady()).isTrue();
        model.letIn();
        Admission.join(sua, Files.readAllBytes(welcome));
        people.record(sua, 2);
        office.ledger().take(sua.ledger().seal());
        assertThat(people.households(office)).isEqualTo(2);
        model.reread();
        assertThat(line(sua).device().holder()).isEqualTo("Vàng Thị Sua");
        assertThat(told()).containsExactly("devices.welcomed");
    }

    @Test
    void whatIsNoRequestOrIsNotTheirsToGrantSaysSo() throws Exception {
        answers.path(Files.writeString(folder.resolve("thu.txt"), "Kính gửi"));
        model.askByFile();
        assertThat(model.scene().get().asking()).isEmpty();
        assertThat(told()).isNotEmpty().doesNotContain("kit.unforeseen");

        Node high = people.open("high");
        answers.path(Files.write(folder.resolve("de-nghi"), Admission.request(high, "Ai Đó", Role.AREA)));
        model.askByFile();
        model.letIn();
        assertThat(told()).containsExactly("devices.not_entitled");
        assertThat(office.grants().device(high.id())).isEmpty();

        model.askByCode("ABC");
        assertThat(told()).containsExactly("devices.code.form");
    }

    @Test
    void aLostLaptopIsShutOutAndWhatComesLaterIsSetAside() {
        people.record(mai, 4);
        office.ledger().take(mai.ledger().seal());
        model.reread();
        model.select(mai.id());
        model.beginLost();
        LostDevice lost = model.scene().get().lost().orElseThrow();
        assertThat(lost.held().households()).isEqualTo(4);
        assertThat(lost.line().work().counted()).isEqualTo(5);
        assertThat(office.grants().device(mai.id()).orElseThrow().revoked()).isFalse();

        model.shutOut("rơi trên đường");
        assertThat(office.grants().device(mai.id()).orElseThrow().revoked()).isTrue();
        assertThat(people.households(office)).as("what has come counts").isEqualTo(4);
        Path sheet = folder.resolve("su-co.pdf");
        answers.path(sheet);
        model.printIncident();
        assertThat(sheet).isNotEmptyFile();

        people.record(mai, 3);
        office.ledger().take(mai.ledger().seal());
        assertThat(people.households(office)).isEqualTo(4);
        assertThat(office.attention()).extracting(Attention::kind).contains(Attention.Kind.REVOKED);
    }

    @Test
    void aForgottenPassphraseIsHelpedByFile() throws Exception {
        people.shut("mai");
        char[] fresh = "trăng soi suối vắng".toCharArray();
        byte[] asked = PassphraseRecovery.ask(people.dir("mai"), fresh, people.options("mai"));
        Path answer = folder.resolve("tra-loi");
        Path request = Files.write(folder.resolve("nho-giup"), asked);
        answers.paths(request).yes(false);
        model.help();
        assertThat(answers.asked()).contains("devices.help.compare");
        assertThat(told()).as("the codes were not the same").isEmpty();
        answers.paths(request, answer).yes(true);
        model.help();
        assertThat(told()).containsExactly("devices.helped");
        PassphraseRecovery.renew(people.dir("mai"), Files.readAllBytes(answer), fresh, people.options("mai"));
        people.passphrase("mai", fresh);
        assertThat(people.open("mai").id()).isEqualTo(mai.id());
    }
}
