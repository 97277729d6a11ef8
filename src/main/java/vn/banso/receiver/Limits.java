package vn.banso.receiver;

import java.time.Duration;

/**
 * What a desk takes upon itself, so that a thousand laptops at once cost it a bounded amount of memory, none of them waits for
 * ever, and none of them, nor a few together, keeps the others out.
 *
 * @param maxParcelBytes the longest parcel it reads
 * @param maxBytesInFlight the parcels being read and worked on, all together; beyond it callers are asked to come back
 * @param bytesPerAddress what one address may hold of them
 * @param reserve what is left of them for small parcels
 * @param atOnce exchanges worked on at the same time
 * @param waiting exchanges that may wait for their turn, read in full; beyond it callers are asked to come back
 * @param longestWait for a turn
 * @param silence how long a connection may bring or take no byte at all
 * @param slowestBytesPerSecond a caller that was slower than this over the last {@code pace} is holding a place for nothing
 * @param deadline until when a parcel must have come, however steadily it comes
 * @param connections open at the same time, idle ones included; beyond it new callers wait to be let in
 * @param stopWait how long a stop waits for exchanges in flight
 */
public record Limits(int maxParcelBytes, long maxBytesInFlight, long bytesPerAddress, long reserve, int atOnce, int waiting,
        Duration longestWait, Duration silence, int slowestBytesPerSecond, Duration pace, Duration deadline, int connections,
        Duration stopWait) {
    /** A parcel of a day or two is no longer than this. */
    static final int SMALL = 64 << 10;

    /** How many of them one address may hold: many laptops share the address of their network, but nobody fills the house alone. */
    int connectionsOfOne() {
        return Math.max(1, connections / 8);
    }

    /** For a machine with two cores and 300 MB to spare. More work at once than there are cores: what waits for the disk waits together. */
    public static Limits usual() {
        long inFlight = Math.min(64L << 20, Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 4));
        return new Limits(8 << 20, inFlight, inFlight / 2, inFlight / 4, 4 * Math.max(2, Runtime.getRuntime().availableProcessors()), 1_000,
                Duration.ofSeconds(25), Duration.ofSeconds(60), 128, Duration.ofSeconds(30), Duration.ofMinutes(5), 4_000,
                Duration.ofSeconds(30));
    }
}
