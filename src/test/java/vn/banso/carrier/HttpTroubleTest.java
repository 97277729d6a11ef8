package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.banso.cli.bench.baseline.SlowLine;
import vn.banso.receiver.Receiver;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Desk;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Sender;
import vn.banso.testing.Stage;

/** What the network does to a caller, in words the caller can act on. */
@Tag("alone")
class HttpTroubleTest {
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(700), 1_000_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "200 | Content-Type | text/html; charset=utf-8 | <html>Xin chao, moi dang nhap</html> | CAPTIVE_PORTAL",
        "200 | Content-Type | text/plain               |  <!DOCTYPE html><title>Wifi</title> | CAPTIVE_PORTAL",
        "302 | Location     | http://10.0.0.1/login    | ''                                   | CAPTIVE_PORTAL",
        "511 | Content-Type | text/plain               | log in                               | CAPTIVE_PORTAL",
        "404 | Content-Type | text/plain               | no such page                         | NOT_UNDERSTOOD",
        "200 | Content-Type | application/json         | {}                                   | NOT_UNDERSTOOD",
        "502 | Content-Type | text/html                | <html>Bad Gateway</html>             | BUSY",
        "413 | Content-Type | text/html                | <html>Too large</html>               | TOO_LARGE",
        "403 | Content-Type | application/vnd.banso.reason | REFUSED                          | REFUSED",
        "421 | Content-Type | application/vnd.banso.reason | OTHER_PROVINCE                   | OTHER_PROVINCE",
        "418 | Content-Type | application/vnd.banso.reason | OF_A_LATER_VERSION               | NOT_UNDERSTOOD",
        "200 | Content-Type | application/vnd.banso.hello  | x                                | NOT_UNDERSTOOD",
    })
    void answersOfOthers(int status, String header, String value, String body, Reason reason) throws Exception {
        try (Stage stage = Stage.saying(new Stage.Line(status, header, value, body));
                HttpPeer peer = new HttpPeer(stage.address())) {
            assertThat(trouble(peer).reason()).isEqualTo(reason);
        }
    }

    @Test
    void busyTellsWhenToComeBack() throws Exception {
        try (Stage stage = Stage.saying(new Stage.Line(503, "Retry-After", "120", "later"));
                HttpPeer peer = new HttpPeer(stage.address())) {
            PeerException busy = trouble(peer);
            assertThat(busy.reason()).isEqualTo(Reason.BUSY);
            assertThat(busy.retryAfter()).isEqualTo(Optional.of(Duration.ofMinutes(2)));
        }
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = door.getLocalPort();
        }
        try (HttpPeer peer = new HttpPeer(URI.create("http://127.0.0.1:" + port))) {
            assertThat(trouble(peer).reason()).isEqualTo(Reason.NO_CONNECTION);
        }
    }

    @Test
    void nobodyIsCalledThat() {
        try (HttpPeer peer = new HttpPeer(URI.create("https://so.khong-co.invalid/"))) {
            assertThat(trouble(peer).reason()).isEqualTo(Reason.NO_CONNECTION);
        }
    }

    @Test
    void whatIsNoAddressReachesNobody() {
        for (String typed : new String[] {"http://", "http://so nha", "https://[", "http://so:99:1/", "http:///v1"}) {
            try (HttpPeer peer = HttpPeer.to(typed, Timeouts.usual(), LineTrust.USUAL)) {
                peer.greet();
                fail(typed);
            } catch (PeerException e) {
                assertThat(e.reason()).as(typed).isEqualTo(Reason.NO_CONNECTION);
            }
        }
    }

    @Test
    void somebodyTakesTheCallAndSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                HttpPeer peer = new HttpPeer(URI.create("http://127.0.0.1:" + silent.getLocalPort()), SHORT, LineTrust.USUAL)) {
            assertThat(trouble(peer).reason()).isEqualTo(Reason.CUT_OFF);
        }
    }

    @Test
    void somebodyAnswersThatSpeaksNoHttp() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                HttpPeer peer = new HttpPeer(URI.create("http://127.0.0.1:" + door.getLocalPort()))) {
            Thread.ofVirtual().start(() -> sayOnce(door, "220 mail ready\r\n"));
            assertThat(trouble(peer).reason()).isEqualTo(Reason.NOT_UNDERSTOOD);
        }
    }

    @Test
    void aPortalThatTakesTlsCallsInPlainWords() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                HttpPeer peer = new HttpPeer(URI.create("https://127.0.0.1:" + door.getLocalPort()))) {
            Thread.ofVirtual().start(() -> sayOnce(door, "HTTP/1.1 200 OK\r\n\r\n<html>log in</html>"));
            assertThat(trouble(peer).reason()).isEqualTo(Reason.CAPTIVE_PORTAL);
        }
    }

    /** The whole takes far longer than the silence that is borne; what counts is that bytes move. */
    @Test
    void aSlowLineThatMovesIsAGoodLine() throws Exception {
        HonestPeer province = new HonestPeer(1);
        Sender laptop = new Sender(1).write(60, 900, new Random(1));
        SlowLine.Line slow = new SlowLine.Line(64_000, Duration.ofMillis(20));
        try (Receiver desk = Desk.serving(province); SlowLine line = SlowLine.open(desk.address(), slow);
                HttpPeer peer = new HttpPeer(line.address(), new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), 2_000), LineTrust.USUAL)) {
            long begin = System.nanoTime();
            laptop.handOver(peer);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(3));
            assertThat(province.held()).isEqualTo(60);
        }
    }

    @Test
    void aConnectionThatTheDeskClosedMeanwhileIsReplacedUnseen() throws Exception {
        HonestPeer province = new HonestPeer(1);
        Sender laptop = new Sender(1).write(3, 50, new Random(1));
        try (Receiver desk = Desk.serving(province); SlowLine line = SlowLine.open(desk.address(), SlowLine.Line.FAST);
                HttpPeer peer = new HttpPeer(line.address())) {
            peer.greet();
            line.cutUpAfter(0);
            laptop.read(peer.exchange(laptop.parcel()));
            assertThat(laptop.receipted()).isEqualTo(3);
            assertThat(line.count().connections()).isEqualTo(2);
        }
    }

    @Test
    void givingUpIsAlwaysPossible() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                HttpPeer peer = new HttpPeer(URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
            Thread.currentThread().interrupt();
            assertThat(trouble(peer).reason()).isEqualTo(Reason.CUT_OFF);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void sayOnce(ServerSocket door, String words) {
        try (Socket caller = door.accept()) {
            caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The caller sees to it.
        }
    }

    private static PeerException trouble(HttpPeer peer) {
        try {
            peer.greet();
            return fail("the call came through");
        } catch (PeerException e) {
            return e;
        }
    }
}
