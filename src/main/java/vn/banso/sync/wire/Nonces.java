package vn.banso.sync.wire;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The number that a caller must sign. It is the same for all callers and drawn anew every ten minutes; the one before stays good, so
 * that an exchange over a slow line is not cut off. A recorded exchange is worthless after twenty minutes.
 */
public final class Nonces {
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private final SecureRandom random = new SecureRandom();
    private final LongSupplier nanos;
    private byte[] current = draw();
    private byte[] before = current;
    private long drawn;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime} */
    public Nonces(LongSupplier nanos) {
        this.nanos = nanos;
        this.drawn = nanos.getAsLong();
    }

    public synchronized byte[] current() {
        turn();
        return current.clone();
    }

    public synchronized List<byte[]> good() {
        turn();
        return List.of(current, before);
    }

    private void turn() {
        long age = nanos.getAsLong() - drawn;
        if (age > LIFETIME.toNanos()) {
            before = age > 2 * LIFETIME.toNanos() ? draw() : current;
            current = draw();
            drawn = nanos.getAsLong();
        }
    }

    private byte[] draw() {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return nonce;
    }
}
