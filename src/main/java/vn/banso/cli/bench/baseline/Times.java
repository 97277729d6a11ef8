package vn.banso.cli.bench.baseline;

import java.io.IOException;
import java.util.Arrays;
import vn.banso.sync.wire.PeerException;

/** How long something took, several times over. */
public final class Times {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private long[] nanos = new long[64];
    private int count;

    /** Something to be timed. */
    public interface Work {
        void run() throws IOException, PeerException, InterruptedException;
    }

    /** Does it once and keeps the time. */
    public void time(Work work) throws IOException, PeerException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        add(System.nanoTime() - start);
    }

    /** @return seconds that it took */
    public static double seconds(Work work) throws IOException, PeerException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    public synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    public double medianMillis() {
        return millis(.5);
    }

    public double medianSeconds() {
        return millis(.5) / 1e3;
    }

    /** @param share .5 for the median, .99 for what only one in a hundred exceeds */
    public synchronized double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[Math.min(count - 1, (int) Math.floor(count * share))] / NANOS_PER_MILLI;
    }

    public synchronized double sumSeconds() {
        return Arrays.stream(nanos, 0, count).sum() / NANOS_PER_SECOND;
    }
}
