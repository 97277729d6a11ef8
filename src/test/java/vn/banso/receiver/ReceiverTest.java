package vn.banso.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.HttpForm;
import vn.banso.sync.wire.Peer;
import vn.banso.testing.Awaited;
import vn.banso.testing.Desk;
import vn.banso.testing.GatedPeer;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.PlainCaller;
import vn.banso.testing.Sender;

@Tag("alone")
class ReceiverTest {
    private final HonestPeer province = new HonestPeer(1);
    private final Sender laptop = new Sender(1).write(5, 100, new Random(1));

    private static Limits limits(int maxParcel, long inFlight, int atOnce, int waiting, long waitMillis, long silenceMillis) {
        return new Limits(maxParcel, inFlight, inFlight, 0, atOnce, waiting, Duration.ofMillis(waitMillis), Duration.ofMillis(silenceMillis),
                1_000, Duration.ofMillis(silenceMillis), Duration.ofMinutes(5), 100, Duration.ofMinutes(2));
    }

    @Test
    void aTakenPortIsTold() throws Exception {
        try (Receiver desk = Desk.serving(province)) {
            assertThatExceptionOfType(BindException.class).isThrownBy(() -> Receiver.open(province, Limits.usual(),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), desk.port())));
            assertThat(desk.port()).isPositive();
        }
    }

    @Test
    void itsPortIsFreeAgainOnceItIsClosed() throws Exception {
        int port;
        try (Receiver desk = Desk.serving(province); PlainCaller caller = new PlainCaller(desk.address())) {
            port = desk.port();
            assertThat(caller.get(HttpForm.HELLO).status()).isEqualTo(200);
        }
        try (Receiver again = Receiver.open(province, Limits.usual(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void whoOpensTheAddressInABrowserReadsWhatThisIs() throws Exception {
        try (Receiver desk = Desk.serving(province); PlainCaller caller = new PlainCaller(desk.address())) {
            assertThat(caller.get("").text()).contains("Bản Số", "không cần làm gì");
        }
    }

    @Test
    void headsCarryNothingThatIsNotNeeded() throws Exception {
        try (Receiver desk = Desk.serving(province); PlainCaller caller = new PlainCaller(desk.address())) {
            assertThat(caller.exchange(laptop.parcel()).head().toLowerCase(Locale.ROOT))
                    .doesNotContain("date:", "server:", "encoding", "etag", "cookie").hasSizeLessThan(100);
        }
    }

    @Test
    void aParcelThatIsTooLongIsRefusedBeforeItIsRead() throws Exception {
        try (Receiver desk = Desk.serving(province, limits(1_000, 1 << 20, 1, 1, 1_000, 120_000));
                PlainCaller caller = new PlainCaller(desk.address())) {
            caller.announce(1_001, new byte[0]);
            PlainCaller.Answer answer = caller.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).isEqualTo("TOO_LARGE");
            assertThatIOException().as("nothing more on this connection").isThrownBy(() -> caller.get(HttpForm.HELLO));
            assertThat(desk.freeBytes()).isEqualTo(1 << 20);
        }
    }

    @Test
    void aParcelThatHidesItsLengthIsReadNoFurtherThanTheLimit() throws Exception {
        try (Receiver desk = Desk.serving(province, limits(1_000, 1 << 20, 1, 1, 1_000, 120_000));
                PlainCaller caller = new PlainCaller(desk.address())) {
            caller.send("POST /v1/exchange HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                    ("600\r\n" + "x".repeat(0x600) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(caller.answer().text()).isEqualTo("TOO_LARGE");
        }
    }

    @Test
    void whoFindsTheQueueFullIsAskedToComeBackAndTheOthersAreServed() throws Exception {
        GatedPeer gated = new GatedPeer(province);
        try (Receiver desk = Desk.serving(gated, limits(1 << 20, 1 << 20, 1, 1, 120_000, 120_000));
                PlainCaller first = new PlainCaller(desk.address()); PlainCaller second = new PlainCaller(desk.address());
                PlainCaller third = new PlainCaller(desk.address())) {
            first.announce(laptop.parcel().length, laptop.parcel());
            gated.awaitEntered();
            second.announce(laptop.parcel().length, laptop.parcel());
            PlainCaller.Answer answer = third.get(HttpForm.HELLO);
            while (answer.status() == 200) {
                answer = third.get(HttpForm.HELLO);
            }
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).isEqualTo("BUSY");
            assertThat(answer.head()).containsPattern("Retry-After: \\d+");

            gated.open();
            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(second.answer().status()).isEqualTo(200);
            assertThat(third.exchange(laptop.parcel()).status()).isEqualTo(200);
        }
    }

    @Test
    void whoWaitedLongEnoughIsSentHomeAndNotServedBehindItsBack() throws Exception {
        GatedPeer gated = new GatedPeer(province);
        try (Receiver desk = Desk.serving(gated, limits(1 << 20, 1 << 20, 1, 5, 100, 120_000));
                PlainCaller first = new PlainCaller(desk.address()); PlainCaller second = new PlainCaller(desk.address())) {
            first.announce(laptop.parcel().length, laptop.parcel());
            gated.awaitEntered();
            assertThat(second.exchange(laptop.parcel()).status()).isEqualTo(503);
            gated.open();
            assertThat(first.answer().status()).as("who has begun is waited for").isEqualTo(200);
            Awaited.until("it comes back and is served", () -> status(second) == 200);
            assertThat(gated.begun()).isEqualTo(2);
        }
    }

    @Test
    void aCallerWhoPromisesAndFallsSilentHoldsNothing() throws Exception {
        try (Receiver desk = Desk.serving(province, limits(1 << 20, 1 << 20, 1, 1, 120_000, 2_000));
                PlainCaller caller = new PlainCaller(desk.address())) {
            caller.announce(500_000, new byte[100_000]);
            assertThatIOException().isThrownBy(() -> {
                assertThat(caller.answer().text()).isEqualTo("CUT_OFF");
                caller.get(HttpForm.HELLO);
            });
            assertThat(desk.freeBytes()).isEqualTo(1 << 20);
            assertThat(province.held()).isZero();
        }
    }

    @Test
    void whatCameBeforeACutNeedNotComeAgain() throws Exception {
        byte[] parcel = laptop.write(40, 500, new Random(4)).parcel();
        try (Receiver desk = Desk.serving(province, limits(1 << 20, 1 << 20, 1, 1, 120_000, 2_000));
                PlainCaller caller = new PlainCaller(desk.address())) {
            caller.announce(parcel.length, Arrays.copyOf(parcel, parcel.length / 2));
            assertThat(caller.answer().text()).isEqualTo("CUT_OFF");
            assertThat(province.held()).isBetween(1, 39);
        }
    }

    @Test
    void memoryFollowsTheBytesThatCameAndHasAnEnd() throws Exception {
        GatedPeer gated = new GatedPeer(province);
        byte[] parcel = new Sender(2).write(60, 1_000, new Random(2)).parcel();
        try (Receiver desk = Desk.serving(gated, limits(1 << 20, parcel.length + 2_000L, 2, 9, 120_000, 120_000));
                PlainCaller first = new PlainCaller(desk.address()); PlainCaller second = new PlainCaller(desk.address())) {
            first.announce(parcel.length, parcel);
            gated.awaitEntered();
            assertThat(second.exchange(parcel).status()).isEqualTo(503);
            gated.open();
            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(new PlainCaller(desk.address()).exchange(parcel).status()).isEqualTo(200);
        }
    }

    private int status(PlainCaller caller) {
        try {
            return caller.exchange(laptop.parcel()).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean letsIn(Receiver desk) {
        try (Socket caller = new Socket(desk.address().getHost(), desk.port())) {
            return caller.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void closingTakesNoNewCallersAndLetsThoseInFlightFinish() throws Exception {
        GatedPeer gated = new GatedPeer(province);
        Receiver desk = Desk.serving(gated);
        try (PlainCaller inside = new PlainCaller(desk.address()); PlainCaller late = new PlainCaller(desk.address())) {
            late.get(HttpForm.HELLO);
            inside.announce(laptop.parcel().length, laptop.parcel());
            gated.awaitEntered();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(desk::close);
            while (late.get(HttpForm.HELLO).status() == 200) {
                Thread.onSpinWait();
            }
            while (letsIn(desk)) {
                Thread.onSpinWait();
            }
            assertThat(closed).isNotDone();
            gated.open();
            assertThat(inside.answer().status()).isEqualTo(200);
            Awaited.answer(closed);
            assertThat(province.held()).isEqualTo(5);
        }
    }

    @Test
    void anUnexpectedFailureOfOneExchangeIsNobodyElsesAffair() throws Exception {
        Peer stumbling = new Peer() {
            @Override
            public Greeting greet() {
                return province.greet();
            }

            @Override
            public byte[] exchange(byte[] parcel) {
                throw new IllegalStateException("planted");
            }

            @Override
            public String name() {
                return "stumbling";
            }
        };
        try (Receiver desk = Desk.serving(stumbling); PlainCaller caller = new PlainCaller(desk.address())) {
            assertThat(caller.exchange(laptop.parcel()).status()).isEqualTo(500);
            assertThat(caller.get(HttpForm.HELLO).status()).isEqualTo(200);
            assertThat(desk.freeBytes()).isEqualTo(Limits.usual().maxBytesInFlight());
        }
    }
}
