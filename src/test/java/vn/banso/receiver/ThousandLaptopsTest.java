package vn.banso.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.sync.wire.HttpForm;
import vn.banso.testing.Desk;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.PlainCaller;
import vn.banso.testing.Sender;

/** Friday afternoon: a whole province hands over at the same minute. */
@Tag("alone")
class ThousandLaptopsTest {
    private static final int LAPTOPS = 1_000;
    private static final int THINGS = 20;

    /** As usual, but for how long one waits for a turn: how soon all are served is the machine's affair. */
    private static Limits limits() {
        Limits usual = Limits.usual();
        return new Limits(usual.maxParcelBytes(), usual.maxBytesInFlight(), usual.bytesPerAddress(), usual.reserve(), usual.atOnce(), LAPTOPS,
                Duration.ofMinutes(4), Duration.ofMinutes(4), usual.slowestBytesPerSecond(), Duration.ofMinutes(4), usual.deadline(), usual.connections(),
                usual.stopWait());
    }

    @Test
    void allAreServedAtOnce() throws Exception {
        HonestPeer province = new HonestPeer(1);
        CountDownLatch connected = new CountDownLatch(LAPTOPS);
        long before;
        try (Receiver desk = Desk.serving(province, limits()); ExecutorService laptops = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> waits = new ArrayList<>();
            for (int i = 0; i < LAPTOPS; i++) {
                int seed = i;
                waits.add(laptops.submit(() -> handOver(desk, seed, connected)));
            }
            connected.await();
            before = System.nanoTime();
            List<Long> millis = new ArrayList<>();
            for (Future<Long> wait : waits) {
                millis.add(wait.get());
            }
            millis.sort(null);
            System.out.printf("%d laptops at once: all served in %d ms, half within %d ms, 99 of 100 within %d ms%n", LAPTOPS,
                    (System.nanoTime() - before) / 1_000_000, millis.get(LAPTOPS / 2), millis.get(LAPTOPS * 99 / 100));
            assertThat(desk.freeBytes()).isEqualTo(Limits.usual().maxBytesInFlight());
        }
        assertThat(province.held()).isEqualTo(LAPTOPS * THINGS);
    }

    private static long handOver(Receiver desk, int seed, CountDownLatch connected) throws Exception {
        byte[] parcel = new Sender(seed).write(THINGS, 200, new Random(seed)).parcel();
        try (PlainCaller caller = new PlainCaller(desk.address())) {
            connected.countDown();
            connected.await();
            long begin = System.nanoTime();
            assertThat(caller.get(HttpForm.HELLO).status()).isEqualTo(200);
            assertThat(caller.exchange(parcel).status()).isEqualTo(200);
            return (System.nanoTime() - begin) / 1_000_000;
        }
    }
}
