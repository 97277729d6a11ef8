package vn.banso.receiver;

import java.time.Duration;

/**
 * What a desk takes upon itself, so that a thousand laptops at once cost it a bounded amount of memory and none of them waits
 * for ever.
 *
 * @param maxParcelBytes the longest parcel it reads
 * @param maxBytesInFlight the parcels being read and worked on, all together; beyond it callers are asked to come back
 * @param atOnce exchanges worked on at the same time
 * @param waiting exchanges that may wait for their turn, read in full; beyond it callers are asked to come back
 * @param longestWait for a turn
 * @param silence how long a connection may bring or take no byte at all
 * @param slowestBytesPerSecond a caller that is slower than this, after a first {@code silence}, is holding a place for nothing
 * @param connections open at the same time, idle ones included; beyond it new callers wait to be let in
 * @param stopWait how long a stop waits for exchanges in flight
 */
public record Limits(int maxParcelBytes, long maxBytesInFlight, int atOnce, int waiting, Duration longestWait, Duration silence,
        int slowestBytesPerSecond, int connections, Duration stopWait) {

    /** For a machine with two cores and 300 MB to spare. More work at once than there are cores: what waits for the disk waits together. */
    public static Limits usual() {
        long inFlight = Math.min(64L << 20, Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 4));
        return new Limits(8 << 20, inFlight, 4 * Math.max(2, Runtime.getRuntime().availableProcessors()), 1_000,
                Duration.ofSeconds(25), Duration.ofSeconds(60), 128, 4_000, Duration.ofSeconds(30));
    }
}
