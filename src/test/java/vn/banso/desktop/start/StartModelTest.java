package vn.banso.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.banso.carrier.HttpPeer;
import vn.banso.desktop.kit.Notice;
import vn.banso.receiver.Letterbox;
import vn.banso.receiver.Limits;
import vn.banso.receiver.Receiver;
import vn.banso.sync.Admission;
import vn.banso.sync.ByCode;
import vn.banso.sync.NodePeer;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.OneTimeCode;
import vn.banso.trust.vault.Recovery;

/** The way in, without a window. */
class StartModelTest extends AtTheDoor {
    @Test
    void whoWasInvitedAsksByFileAndComesIn() throws Exception {
        start.begin();
        assertThat(start.step().get()).isEqualTo(new Step.Choose());
        invite();
        start.invite().saveRequest();
        assertThat(told()).isEqualTo("start.waiting.nameless");
        Path request = dir.resolve("de-nghi.banso");
        start.invite().holder().set("Lò Thị Mai");
        start.invite().role().set(Role.TRAINER);
        answers.path(request);
        start.invite().saveRequest();
        assertThat(told()).isEqualTo("start.waiting.saved");

        var asked = Admission.readRequest(Files.readAllBytes(request));
        assertThat(asked.holder()).isEqualTo("Lò Thị Mai");
        assertThat(asked.role()).isEqualTo(Role.TRAINER);
        assertThat(asked.fingerprint()).isEqualTo(start.invite().fingerprint().get());
        answers.path(Files.write(dir.resolve("other"), Neighbourhood.welcome(around.open("other"), around.province(), Role.VOLUNTEER,
                Neighbourhood.SANG_MOC)));
        start.invite().openWelcome();
        assertThat(told()).isEqualTo("start.waiting.other_device");
        answers.path(Files.write(dir.resolve("welcome"), Admission.approve(around.province(), asked, Set.of(Neighbourhood.SANG_MOC))));
        start.invite().openWelcome();
        assertThat(start.step().get()).isInstanceOf(Step.Joined.class);
        assertThat(((Step.Joined) start.step().get()).province()).isEqualTo("Thái Nguyên");
        start.invite().enter();
        assertThat(opened).hasSize(1);
        assertThat(settings.get().node()).isEqualTo(dir.resolve("home/register").toString());
    }

    @Test
    void whoWasInvitedAsksByCodeAndTheWelcomeComesByItself() throws Exception {
        try (Receiver desk = Receiver.open(NodePeer.live(around.province(), 1 << 20), new Letterbox(dir.resolve("codes"), Clock.systemUTC()),
                Limits.usual(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); HttpPeer officer = new HttpPeer(desk.address())) {
            invite();
            start.invite().holder().set("Lò Thị Mai");
            start.invite().receiver().set("không phải địa chỉ");
            start.invite().askByCode();
            assertThat(told()).isEqualTo("start.waiting.receiver.form");
            start.invite().receiver().set("127.0.0.1:9");
            start.invite().askByCode();
            assertThat(told()).isEqualTo("start.code.offline");
            start.invite().receiver().set(desk.address().toString());
            start.invite().askByCode();
            String code = start.invite().code().get();
            assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(settings.get().receiver()).isEqualTo(desk.address().toString());
            start.invite().fetchByCode();
            assertThat(told()).isEqualTo("start.code.waiting");

            ByCode line = new ByCode(officer, OneTimeCode.of(code).orElseThrow());
            line.answer(Admission.approve(around.province(), line.request(), Set.of(Neighbourhood.SANG_MOC), ByCode.longestWelcome()));
            background.pass();
            assertThat(start.step().get()).as("looked again by itself").isInstanceOf(Step.Joined.class);
            assertThat(dir.resolve("codes")).as("the code is spent").isEmptyDirectory();
        }
    }

    @Test
    void aCodeThatIsGoneIsToldAndNotAskedForAgain() throws Exception {
        try (Receiver desk = Receiver.open(NodePeer.live(around.province(), 1 << 20), new Letterbox(dir.resolve("codes"), Clock.systemUTC()),
                Limits.usual(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); HttpPeer officer = new HttpPeer(desk.address())) {
            invite();
            start.invite().holder().set("Lò Thị Mai");
            start.invite().receiver().set(desk.address().toString());
            start.invite().askByCode();
            new ByCode(officer, OneTimeCode.of(start.invite().code().get()).orElseThrow()).spent();
            background.pass();
            assertThat(told()).isEqualTo("start.code.unknown");
            assertThat(start.invite().asked().get()).isFalse();
            start.choose();
            assertThat(start.invite().code().get()).as("belongs to the register that was put away").isEmpty();
        }
    }

    @Test
    void aRegisterThatWaitsForItsWelcomeWaitsAfterTheNightToo() {
        invite();
        start.leave();
        start = model();
        start.begin();
        assertThat(start.step().get()).isEqualTo(new Step.Unlock(options.home().resolve("register")));
        start.passphrase().set(MINE);
        start.unlock();
        assertThat(start.step().get()).isEqualTo(new Step.Waiting());
        start.invite().code().set("12");
        start.invite().fetchByCode();
        assertThat(told()).isEqualTo("start.code.form");
    }

    @Test
    void aWrongPassphraseCostsNothingAndTheRightOneOpens() throws Exception {
        Path laptop = laptop();
        start.locked(laptop);
        start.unlock();
        assertThat(start.said().get()).as("nothing was typed").isEmpty();
        for (int i = 0; i < 2; i++) {
            start.passphrase().set("sai rồi " + i);
            start.unlock();
            assertThat(told()).isEqualTo("start.unlock.wrong");
            assertThat(start.step().get()).isEqualTo(new Step.Unlock(laptop));
        }
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        assertThat(opened).hasSize(1);
        assertThat(start.passphrase().get()).isEmpty();
    }

    @Test
    void whatWasTypedAsAPassphraseDoesNotStay() throws Exception {
        Path laptop = laptop();
        start.locked(laptop);
        start.passphrase().set("không phải đâu");
        type(start.invite().fresh().first()::set, start.invite().fresh().again()::set);
        start.choose();
        assertThat(start.passphrase().get() + start.invite().fresh().first().get() + start.invite().fresh().again().get()).isEmpty();
    }

    @Test
    void afterSeveralWrongPassphrasesItIsSaidHowLongToWaitAndWhatWasTypedStays() throws Exception {
        start.locked(laptop());
        for (int i = 0; i < 8; i++) {
            start.passphrase().set("sai rồi " + i);
            start.unlock();
        }
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        assertThat(told()).isEqualTo("failure.too_soon");
        assertThat(start.said().get().orElseThrow().tone()).isEqualTo(Notice.Tone.WAIT);
        assertThat(start.passphrase().get()).isEqualTo(new String(Neighbourhood.PASSPHRASE));
        assertThat(opened).isEmpty();
    }

    @Test
    void aForgottenPassphraseIsHelpedByTheOfficer() throws Exception {
        Path laptop = laptop();
        start.locked(laptop);
        start.forgotten();
        start.forgot().fresh().first().set("ngắn");
        start.forgot().ask();
        assertThat(told()).isEqualTo("passphrase.short");
        type(start.forgot().fresh().first()::set, start.forgot().fresh().again()::set);
        answers.path(dir.resolve("ask"));
        start.forgot().ask();
        Recovery.Request asked = Recovery.read(Files.readAllBytes(dir.resolve("ask")));
        assertThat(start.forgot().fingerprint().get()).isEqualTo(asked.fingerprint());

        answers.path(Files.write(dir.resolve("answer"), Admission.help(around.province(), asked)));
        start.forgot().fresh().first().set(MINE + "?");
        start.forgot().fresh().again().set(MINE + "?");
        start.forgot().answer();
        assertThat(told()).isEqualTo("start.forgot.other_passphrase");
        type(start.forgot().fresh().first()::set, start.forgot().fresh().again()::set);
        start.forgot().answer();
        assertThat(opened).as("opens at once").hasSize(1);
    }

    @Test
    void whoWasNeverLetInCannotBeHelpedAndIsTold() {
        invite();
        start.leave();
        start.locked(dir.resolve("home/register"));
        start.forgotten();
        type(start.forgot().fresh().first()::set, start.forgot().fresh().again()::set);
        answers.path(dir.resolve("ask"));
        start.forgot().ask();
        assertThat(told()).isEqualTo("failure.vault.NO_RECOVERY");
    }

    private void invite() {
        start.invited();
        start.invite().fresh().first().set(MINE);
        start.invite().make();
        assertThat(told()).isEqualTo("passphrase.differ");
        type(start.invite().fresh().first()::set, start.invite().fresh().again()::set);
        start.invite().make();
        assertThat(start.step().get()).isEqualTo(new Step.Waiting());
        assertThat(start.invite().fresh().first().get()).isEmpty();
    }

    private static void type(Consumer<String> first, Consumer<String> again) {
        first.accept(MINE);
        again.accept(MINE);
    }
}
