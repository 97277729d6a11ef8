package vn.banso.sync;

import java.time.Duration;

/**
 * How much to put into one parcel, there and back: what the line moves in about ten seconds. So a slow line shows progress and can be
 * given up at any time, and a fast one is not kept waiting by rounds.
 */
final class Pace {
    private static final long FIRST = 256 << 10;
    private static final long MOST = 8 << 20;
    private static final double SECONDS = Duration.ofSeconds(10).toSeconds();

    private long bytes = FIRST;

    /** The length of the next parcel. */
    long bytes() {
        return bytes;
    }

    /** A round took that long. Short ones say little about the line, so they only let it grow. */
    void took(long moved, long nanos) {
        double perSecond = moved / Math.max(1e-3, nanos / 1e9);
        long fair = (long) Math.min(MOST, perSecond * SECONDS);
        bytes = moved >= Outgoing.LEAST / 2 ? Math.clamp(fair, Outgoing.LEAST, MOST) : bytes;
    }
}
