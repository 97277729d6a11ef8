package vn.banso.receiver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often something may be done: so many times at once, then one more every so many seconds, for each caller and for all of them
 * together. Remembers only the callers of late.
 */
final class Allowance {
    private static final int CALLERS = 10_000;
    private static final double NANOS = 1e9;

    private final Rate each;
    private final Rate all;
    private final LongSupplier nanos;
    private final Level together;
    private final Map<String, Level> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > CALLERS;
        }
    };

    /** @param secondsPerMore after which one more is allowed */
    record Rate(int atOnce, double secondsPerMore) {}

    private static final class Level {
        private double left;
        private long seen;

        Level(Rate rate, long now) {
            left = rate.atOnce();
            seen = now;
        }

        void fill(Rate rate, long now) {
            left = Math.min(rate.atOnce(), left + (now - seen) / NANOS / rate.secondsPerMore());
            seen = now;
        }
    }

    /** @param nanos a clock that only goes forward */
    Allowance(Rate each, Rate all, LongSupplier nanos) {
        this.each = each;
        this.all = all;
        this.nanos = nanos;
        this.together = new Level(all, nanos.getAsLong());
    }

    /** Whether this caller may do it once more; counts nothing. */
    synchronized boolean isLeft(String caller) {
        long now = nanos.getAsLong();
        Level own = callers.computeIfAbsent(caller, _ -> new Level(each, now));
        own.fill(each, now);
        together.fill(all, now);
        return own.left >= 1 && together.left >= 1;
    }

    /** It was done once. */
    synchronized void spend(String caller) {
        callers.computeIfAbsent(caller, _ -> new Level(each, nanos.getAsLong())).left--;
        together.left--;
    }
}
