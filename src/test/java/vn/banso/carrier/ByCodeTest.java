package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.receiver.Letterbox;
import vn.banso.receiver.Limits;
import vn.banso.receiver.Receiver;
import vn.banso.store.Node;
import vn.banso.sync.Admission;
import vn.banso.sync.ByCode;
import vn.banso.sync.NodePeer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.OneTimeCode;

/** A device comes in over the network, by a code that two people say to each other. */
class ByCodeTest {
    @TempDir
    private Path folder;

    @Test
    void aLaptopComesInByACodeAndTheDeskReadsNothing() throws Exception {
        try (Neighbourhood all = new Neighbourhood(folder.resolve("nodes")); Receiver desk = desk(all.province());
                HttpPeer device = new HttpPeer(desk.address()); HttpPeer officers = new HttpPeer(desk.address())) {
            Node mai = all.open("mai");
            OneTimeCode code = OneTimeCode.draw();
            ByCode line = new ByCode(device, code);
            line.ask(Admission.request(mai, "Lò Thị Mai", Role.VOLUNTEER));
            assertThat(line.welcome()).isEmpty();

            ByCode officer = new ByCode(officers, OneTimeCode.of(code.spoken().toLowerCase(Locale.ROOT).replace("-", " ")).orElseThrow());
            Enrolment.Request request = officer.request();
            assertThat(request.holder()).isEqualTo("Lò Thị Mai");
            assertThat(request.device()).isEqualTo(mai.id());
            officer.answer(Admission.approve(all.province(), request, Set.of(Neighbourhood.SANG_MOC), ByCode.longestWelcome()));
            assertThat(reason(() -> officer.answer(new byte[10]))).as("answered once").isEqualTo(Reason.REFUSED);

            noMark("Lò Thị Mai");
            Admission.join(mai, line.welcome().orElseThrow());
            assertThat(mai.grants().roles(mai.id(), Neighbourhood.SANG_MOC)).containsExactly(Role.VOLUNTEER);
            line.spent();
            assertThat(reason(line::welcome)).as("the code is spent").isEqualTo(Reason.GONE);
            assertThat(reason(officer::request)).isEqualTo(Reason.GONE);
        }
    }

    @Test
    void whoDoesNotKnowTheCodeFindsNothing() throws Exception {
        try (Neighbourhood all = new Neighbourhood(folder.resolve("nodes")); Receiver desk = desk(all.province());
                HttpPeer peer = new HttpPeer(desk.address())) {
            assertThat(reason(() -> new ByCode(peer, OneTimeCode.draw()).request())).isEqualTo(Reason.GONE);
            assertThat(reason(() -> new ByCode(peer, OneTimeCode.draw()).answer(new byte[] {1}))).isEqualTo(Reason.GONE);
        }
    }

    @Test
    void aDeskWithoutALetterboxSaysSo() throws Exception {
        try (Neighbourhood all = new Neighbourhood(folder.resolve("nodes"));
                Receiver desk = Receiver.open(NodePeer.live(all.province(), 1 << 20), Limits.usual(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                HttpPeer peer = new HttpPeer(desk.address())) {
            assertThat(reason(() -> new ByCode(peer, OneTimeCode.draw()).request())).isEqualTo(Reason.NOT_UNDERSTOOD);
        }
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        assertThat(OneTimeCode.of("7k2m x0pa").orElseThrow().spoken()).isEqualTo("7K2M-X0PA");
        assertThat(OneTimeCode.of("7K2M-XOPA").orElseThrow().spoken()).as("heard as a letter").isEqualTo("7K2M-X0PA");
        assertThat(OneTimeCode.of("7K2M-X0P")).isEmpty();
        assertThat(OneTimeCode.of("7K2M-X0PU")).isEmpty();
        assertThat(OneTimeCode.draw().toString()).isEqualTo("a one-time code");
        assertThat(OneTimeCode.draw().spoken()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    }

    private Receiver desk(Node province) throws Exception {
        return Receiver.open(NodePeer.live(province, 1 << 20), new Letterbox(folder.resolve("codes"), Clock.systemUTC()), Limits.usual(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private void noMark(String mark) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("codes"))) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).doesNotContain(mark);
            }
        }
    }

    private interface Call {
        void run() throws Exception;
    }

    private static Reason reason(Call call) {
        return catchThrowableOfType(PeerException.class, call::run).reason();
    }
}
