package vn.banso.cli.bench.ground;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/** A clock that people's work moves on: some minutes pass between one act and the next. The same every time. */
public final class TrialClock extends Clock {
    private static final long START = Instant.parse("2026-09-01T01:00:00Z").toEpochMilli();
    private static final long SHORTEST = 120_000;
    private static final long LONGEST = 600_000;

    private final Random random;
    private long now = START;

    public TrialClock(long seed) {
        random = new Random(seed);
    }

    /** The next act begins. */
    public void next() {
        now += random.nextLong(SHORTEST, LONGEST);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    @Override
    public long millis() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
