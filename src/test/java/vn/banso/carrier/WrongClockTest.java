package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Certificates;
import vn.banso.testing.Stage;

/** A certificate that has run out here is one that is good, seen from a laptop whose clock is a year ahead. */
class WrongClockTest {
    private static final Stage.Line ANSWER = new Stage.Line(503, "Retry-After", "9", "later");

    @TempDir
    private static Path folder;
    private static Certificates certificates;
    private static SSLContext ranOut;
    private static SSLContext notYet;

    @BeforeAll
    static void certificates() throws Exception {
        certificates = new Certificates(folder);
        ranOut = certificates.server("ran-out", -400, 90);
        notYet = certificates.server("not-yet", 300, 90);
    }

    private static Reason call(Stage stage, String host, Optional<Instant> passed) throws Exception {
        SSLContext callers = certificates.callers();
        X509Certificate[] issuer = {certificates.issuer()};
        SSLContext withoutClock = passed.map(moment -> TrustedTime.judgingAsOf(moment, issuer)).orElse(callers);
        URI address = URI.create("https://" + host + ":" + stage.address().getPort());
        try (HttpPeer peer = new HttpPeer(address, Timeouts.usual(), LineTrust.USUAL, callers, () -> withoutClock)) {
            PeerException[] caught = new PeerException[1];
            assertThatExceptionOfType(PeerException.class).isThrownBy(peer::greet).satisfies(e -> caught[0] = e);
            return caught[0].reason();
        }
    }

    private static Instant days(int fromNow) {
        return Instant.now().plus(Duration.ofDays(fromNow));
    }

    @Test
    void theClockIsNamed() throws Exception {
        try (Stage stage = Stage.saying(ANSWER, ranOut)) {
            assertThat(call(stage, "localhost", Optional.empty())).isEqualTo(Reason.WRONG_CLOCK);
        }
        try (Stage stage = Stage.saying(ANSWER, notYet)) {
            assertThat(call(stage, "localhost", Optional.empty())).isEqualTo(Reason.WRONG_CLOCK);
        }
    }

    @Test
    void aMomentThatHasPassedStandsInForTheClock() throws Exception {
        try (Stage stage = Stage.saying(ANSWER, ranOut)) {
            assertThat(call(stage, "localhost", Optional.of(days(-390)))).as("through to the answer").isEqualTo(Reason.BUSY);
            assertThat(call(stage, "localhost", Optional.of(days(-1000)))).as("began since").isEqualTo(Reason.BUSY);
        }
        try (Stage stage = Stage.saying(ANSWER, notYet)) {
            assertThat(call(stage, "localhost", Optional.of(days(-30)))).isEqualTo(Reason.BUSY);
        }
    }

    @Test
    void whatHadRunOutEvenThenStaysRefused() throws Exception {
        try (Stage stage = Stage.saying(ANSWER, ranOut)) {
            assertThat(call(stage, "localhost", Optional.of(days(-100)))).isEqualTo(Reason.WRONG_CLOCK);
        }
    }

    @Test
    void theNameIsJudgedAllTheSame() throws Exception {
        try (Stage stage = Stage.saying(ANSWER, notYet)) {
            assertThat(call(stage, "127.0.0.1", Optional.of(days(-30)))).isEqualTo(Reason.CAPTIVE_PORTAL);
        }
    }
}
