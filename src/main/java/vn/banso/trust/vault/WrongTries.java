package vn.banso.trust.vault;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * How often in a row a wrong passphrase was given for a vault, and when last. It stands in the vault itself: whoever takes it away takes the vault
 * away. It slows down whoever tries at the keyboard; of whoever copies the files only the cost of each guess asks anything.
 *
 * @param lastMillis by the laptop's clock; where that goes back, nobody waits
 */
record WrongTries(int count, long lastMillis) {
    static final WrongTries NONE = new WrongTries(0, 0);
    static final int BYTES = Integer.BYTES + Long.BYTES;
    /** So many are a slip of the fingers. */
    private static final int FREE = 3;
    private static final Duration FIRST = Duration.ofSeconds(1);
    /** Nobody is kept from their own work. */
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    static WrongTries of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new WrongTries(in.getInt(), in.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putInt(count).putLong(lastMillis).array();
    }

    WrongTries oneMore(long nowMillis) {
        return new WrongTries(count == Integer.MAX_VALUE ? count : count + 1, nowMillis);
    }

    /** How long yet until the next one is taken. */
    Duration left(long nowMillis) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration whole = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, count - FREE));
        Duration wait = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
        long passed = nowMillis - lastMillis;
        return passed < 0 || passed >= wait.toMillis() ? Duration.ZERO : wait.minusMillis(passed);
    }
}
