package vn.banso.register.values;

import java.util.random.RandomGenerator;

/**
 * Draws new entry ids: a random 104-bit prefix per run of the program and a 24-bit counter. Ids of one day then share
 * their prefix, which the wire writes once. Threads may share it.
 */
public final class FreshIds {
    private static final int COUNTER_BITS = 24;

    private final RandomGenerator random;
    private long hi;
    private long lo;
    private int used;

    /** @param random a cryptographically strong source on a real node, a seeded one in tests */
    public FreshIds(RandomGenerator random) {
        this.random = random;
        newPrefix();
    }

    public synchronized EntryId next() {
        if (used == 1 << COUNTER_BITS) {
            newPrefix();
        }
        return new EntryId(hi, lo | used++);
    }

    private void newPrefix() {
        hi = random.nextLong();
        lo = random.nextLong() << COUNTER_BITS;
        used = 0;
    }
}
