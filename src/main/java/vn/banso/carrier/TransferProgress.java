package vn.banso.carrier;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Bytes of one request as they move, and when the last one did. */
final class TransferProgress {
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean answered;
    private volatile Supplier<byte[]> partial = () -> new byte[0];

    void up(int bytes) {
        up.addAndGet(bytes);
        lastNanos = System.nanoTime();
    }

    void down(int bytes) {
        down.addAndGet(bytes);
        answered = true;
        lastNanos = System.nanoTime();
    }

    /** The head of the answer is here. */
    void answered() {
        down(0);
    }

    /** @param soFar what of the answer is here */
    void arrives(Supplier<byte[]> soFar) {
        partial = soFar;
    }

    byte[] partial() {
        return partial.get();
    }

    boolean hasAnswer() {
        return answered;
    }

    long bytesUp() {
        return up.get();
    }

    long bytesDown() {
        return down.get();
    }

    /** Whether the line has been silent for longer than the bytes that may still be on their way explain. */
    boolean tooSilent(Timeouts patience) {
        double onTheirWay = answered ? 0 : (double) up.get() / patience.slowestBytesPerSecond();
        return System.nanoTime() - lastNanos > patience.silence().toNanos() + onTheirWay * 1e9;
    }
}
