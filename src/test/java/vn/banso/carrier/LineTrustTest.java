package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Certificates;
import vn.banso.testing.Stage;

/** Which lines are taken, and which are not. */
class LineTrustTest {
    private static final Stage.Line ANSWER = new Stage.Line(503, "Retry-After", "9", "later");

    @TempDir
    private Path folder;

    private static Reason call(URI desk, LineTrust trust) {
        try (HttpPeer peer = new HttpPeer(desk, Timeouts.usual(), trust)) {
            PeerException[] caught = new PeerException[1];
            assertThatExceptionOfType(PeerException.class).isThrownBy(peer::greet).satisfies(e -> caught[0] = e);
            return caught[0].reason();
        }
    }

    @ParameterizedTest
    @CsvSource({"http://192.168.1.5:8080/, true", "http://nhan.example.vn/, true", "http://localhost.example.vn/, true", "http://127.example.vn/, true",
        "http://10.0.0.1/, true", "http://[2001:db8::1]/, true", "http://localhost:8080/, false", "http://127.0.0.1/, false", "http://127.8.9.1/, false",
        "http://[::1]:9/, false", "https://nhan.example.vn/, false", "https://192.168.1.5/, false"})
    void anOpenLineIsRefusedUnlessItsHostWasNamed(URI desk, boolean open) {
        assertThat(LineTrust.USUAL.allows(desk)).isEqualTo(!open);
        assertThat(LineTrust.USUAL.withOpen(desk.getHost()).allows(desk)).isTrue();
        assertThat(LineTrust.USUAL.withOpen("192.168.1.6").allows(desk)).isEqualTo(!open);
    }

    @Test
    void nothingGoesOverARefusedLine() {
        assertThat(call(URI.create("http://192.0.2.9:1/"), LineTrust.USUAL)).isEqualTo(Reason.OPEN_LINE);
    }

    @Test
    void aProvinceMayHaveAnAuthorityOfItsOwnOrGiveItsCertificate() throws Exception {
        Certificates certificates = new Certificates(folder);
        Path file = folder.resolve(LineTrust.AUTHORITY);
        try (Stage stage = Stage.saying(ANSWER, certificates.server("good", -3, 90))) {
            URI desk = URI.create("https://localhost:" + stage.address().getPort());
            assertThat(call(desk, LineTrust.in(folder))).as("nobody knows who issued it").isEqualTo(Reason.CAPTIVE_PORTAL);
            Files.write(file, certificates.issuer().getEncoded());
            assertThat(call(desk, LineTrust.in(folder))).as("through to the answer").isEqualTo(Reason.BUSY);
            Files.copy(folder.resolve("good.crt"), file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(call(desk, LineTrust.in(folder))).isEqualTo(Reason.BUSY);
        }
        Files.writeString(file, "not a certificate");
        assertThatExceptionOfType(PeerException.class).isThrownBy(() -> LineTrust.in(folder)).matches(e -> e.reason() == Reason.NOT_UNDERSTOOD);
    }

    @Test
    void whereTheClockIsWrongAMomentThatHasPassedIsEnough() throws Exception {
        Certificates certificates = new Certificates(folder);
        LineTrust own = LineTrust.USUAL.withAuthorities(List.of(certificates.issuer()));
        try (Stage stage = Stage.saying(ANSWER, certificates.server("not-yet", 300, 90))) {
            URI desk = URI.create("https://localhost:" + stage.address().getPort());
            assertThat(call(desk, own)).as("a laptop in the past").isEqualTo(Reason.BUSY);
        }
        try (Stage stage = Stage.saying(ANSWER, certificates.server("ran-out", -900, 90))) {
            URI desk = URI.create("https://localhost:" + stage.address().getPort());
            assertThat(call(desk, own.with(Optional.of(Instant.now())))).as("surely ran out").isEqualTo(Reason.WRONG_CLOCK);
        }
    }
}
