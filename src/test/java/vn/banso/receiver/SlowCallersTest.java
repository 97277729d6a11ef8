package vn.banso.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.HttpForm;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Awaited;
import vn.banso.testing.Desk;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.PlainCaller;
import vn.banso.testing.Sender;

/** Some who promise much and bring it byte by byte must not keep the others out. */
@Tag("alone")
class SlowCallersTest {
    private static final int SLOW = 10;
    private static final int PROMISED = 200_000;
    private static final long ROOM = 64 << 10;

    private final HonestPeer province = new HonestPeer(1);
    private final Sender laptop = new Sender(1).write(5, 100, new Random(1));

    /** @param most in flight; an address may hold a half of it, and a quarter is left for small parcels */
    private static Limits limits(long most, Duration pace, Duration deadline) {
        return new Limits(1 << 20, most, most / 2, most / 4, 2, 9, Duration.ofMinutes(5), Duration.ofMinutes(5), 1_000, pace, deadline, 100,
                Duration.ofSeconds(20));
    }

    /** Knows the laptop and nobody else, by the key in front. */
    private final class Doorkeeper implements Peer {
        private final AtomicInteger refused = new AtomicInteger();

        @Override
        public Greeting greet() {
            return province.greet();
        }

        @Override
        public void admit(byte[] front) throws PeerException {
            if (!has(front, laptop.key())) {
                refused.incrementAndGet();
                throw new PeerException(PeerException.Reason.REFUSED, null);
            }
        }

        private static boolean has(byte[] all, byte[] part) {
            for (int i = 0; i + part.length <= all.length; i++) {
                if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public byte[] exchange(byte[] parcel) throws PeerException {
            return province.exchange(parcel);
        }

        @Override
        public String name() {
            return "doorkeeper";
        }
    }

    private static PlainCaller slow(Receiver desk, String from, byte[] begin) {
        try {
            PlainCaller caller = new PlainCaller(desk.address());
            caller.send("POST /" + HttpForm.EXCHANGE + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + from + "\r\nContent-Length: " + PROMISED
                    + "\r\n\r\n", begin);
            return caller;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The honest one is served while they stand there, and none of them ends before. */
    private void areInNobodysWay(Peer peer, IntFunction<String> from, byte[] begin, Predicate<Receiver> standing) throws Exception {
        List<PlainCaller> slow = new ArrayList<>();
        try (Receiver desk = Desk.serving(peer, limits(ROOM, Duration.ofMinutes(5), Duration.ofMinutes(5)));
                PlainCaller honest = new PlainCaller(desk.address())) {
            for (int i = 0; i < SLOW; i++) {
                slow.add(slow(desk, from.apply(i), begin));
            }
            Awaited.until("they have what they can get", () -> standing.test(desk));
            assertThat(honest.get(HttpForm.HELLO).status()).as("meanwhile they stand there").isEqualTo(200);
            int served = 0;
            for (int i = 0; i < 20; i++) {
                honest.send("POST /" + HttpForm.EXCHANGE + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.5\r\nContent-Length: "
                        + laptop.parcel().length + "\r\n\r\n", laptop.parcel());
                served += honest.answer().status() == 200 ? 1 : 0;
            }
            assertThat(served).isEqualTo(20);
            assertThat(standing.test(desk)).isTrue();
            for (PlainCaller caller : slow) {
                caller.close();
            }
        }
    }

    @Test
    void whoHasNotProvedWhoItIsHoldsNoRoom() throws Exception {
        Doorkeeper doorkeeper = new Doorkeeper();
        areInNobodysWay(doorkeeper, i -> "198.51.100." + i, Arrays.copyOf(new Sender(9).parcel(), 300),
                desk -> doorkeeper.refused.get() == SLOW && desk.freeBytes() == ROOM);
    }

    @Test
    void oneNetworkHoldsItsPartAlone() throws Exception {
        areInNobodysWay(province, i -> "2001:db8:1:2::" + (i + 1), new byte[300], desk -> desk.freeBytes() == ROOM / 2);
    }

    @Test
    void longParcelsLeaveRoomForSmallOnes() throws Exception {
        areInNobodysWay(province, i -> "198.51.100." + i, new byte[300], desk -> desk.freeBytes() == ROOM / 4);
    }

    /** @param bytes and @param every of what it brings after a good beginning */
    private String answerTo(Limits limits, int bytes, Duration every) throws Exception {
        try (Receiver desk = Desk.serving(province, limits); PlainCaller caller = slow(desk, "198.51.100.1", new byte[40_000])) {
            CompletableFuture<PlainCaller.Answer> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return caller.answer();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            while (!answer.isDone()) {
                try {
                    caller.send("", new byte[bytes]);
                } catch (IOException _) {
                    break;
                }
                LockSupport.parkNanos(every.toNanos());
            }
            return Awaited.answer(answer).text();
        }
    }

    /** Idle ones and those that never finish a header: of one address only a share stands open, and going makes room again. */
    @Test
    void oneAddressHoldsItsPartOfTheConnectionsAlone() throws Exception {
        Limits limits = limits(1 << 20, Duration.ofSeconds(40), Duration.ofMinutes(5));
        InetAddress loopback = InetAddress.getLoopbackAddress();
        List<PlainCaller> standing = new ArrayList<>();
        try (Receiver desk = Receiver.open(province, Optional.empty(), limits, new InetSocketAddress(loopback, 0), _ -> false)) {
            for (int i = 0; i < limits.connectionsOfOne(); i++) {
                standing.add(new PlainCaller(desk.address()));
                assertThat(standing.getLast().get(HttpForm.HELLO).status()).isEqualTo(200);
                standing.getLast().send("GET /v1/hello HTTP/1.1\r\nHost: x\r\nX-Slow: ", new byte[0]);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(isLetIn(desk)).as("one too many of that address").isFalse();
            }
            standing.getFirst().close();
            while (!isLetIn(desk)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        } finally {
            for (PlainCaller caller : standing) {
                caller.close();
            }
        }
    }

    private static boolean isLetIn(Receiver desk) {
        try (PlainCaller caller = new PlainCaller(desk.address())) {
            return caller.get(HttpForm.HELLO).status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void aGoodBeginningBuysNoTime() throws Exception {
        assertThat(answerTo(limits(1 << 20, Duration.ofMillis(500), Duration.ofMinutes(5)), 1, Duration.ofMillis(40))).isEqualTo("CUT_OFF");
    }

    @Test
    void aParcelHasItsTime() throws Exception {
        assertThat(answerTo(limits(1 << 20, Duration.ofMillis(300), Duration.ofSeconds(1)), 400, Duration.ofMillis(20))).isEqualTo("CUT_OFF");
    }
}
