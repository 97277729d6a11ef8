package vn.banso.cli.bench.baseline;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Many callers, all connected at once; each on a virtual thread of its own. */
public final class Crowd {
    private Crowd() {}

    /**
     * @param waits from pressing to the answer, of each caller
     * @param seconds from the first press to the last answer
     */
    public record Outcome(Times waits, double seconds) {}

    /** What one of them does over its connection. */
    public interface Act {
        void run(int caller, PlainCall call) throws IOException;
    }

    /**
     * All connect; then each presses once.
     *
     * @param spread within which each chooses its moment; zero for all in the same instant
     */
    public static Outcome press(URI desk, int callers, Duration spread, Act act) throws IOException, InterruptedException {
        Times waits = new Times();
        CountDownLatch connected = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        Random random = new Random(callers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                long moment = spread.isZero() ? 0 : random.nextLong(spread.toNanos());
                all.add(threads.submit(() -> {
                    try (PlainCall call = new PlainCall(desk)) {
                        connected.countDown();
                        go.await();
                        pause(moment);
                        long start = System.nanoTime();
                        act.run(caller, call);
                        waits.add(System.nanoTime() - start);
                    } finally {
                        connected.countDown();
                    }
                    return null;
                }));
            }
            connected.await();
            long start = System.nanoTime();
            go.countDown();
            for (Future<Void> one : all) {
                one.get();
            }
            return new Outcome(waits, (System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException("a caller was not served", e.getCause());
        }
    }

    private static void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
