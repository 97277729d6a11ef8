package vn.banso.sync;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/**
 * The number that a caller must sign. It is the same for all callers and drawn anew every ten minutes; the one before stays good, so
 * that an exchange over a slow line is not cut off. A recorded exchange is worthless after twenty minutes.
 */
final class Nonces {
    private static final long LIFETIME = Duration.ofMinutes(10).toNanos();

    private final SecureRandom random = new SecureRandom();
    private byte[] current = draw();
    private byte[] before = current;
    private long drawn = System.nanoTime();

    synchronized byte[] current() {
        if (System.nanoTime() - drawn > LIFETIME) {
            before = current;
            current = draw();
            drawn = System.nanoTime();
        }
        return current.clone();
    }

    synchronized List<byte[]> good() {
        return List.of(current, before);
    }

    private byte[] draw() {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return nonce;
    }
}
