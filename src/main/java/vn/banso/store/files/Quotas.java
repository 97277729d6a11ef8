package vn.banso.store.files;

import java.time.Duration;

/**
 * How much a node keeps that counts for nothing. What does not fit is turned away and not lost: whoever brought it has it, and
 * is welcome with it again.
 *
 * @param aside of one device, what waits or was set aside
 * @param carried of one device, what this node carries for others and has no key for
 * @param newcomers of authors nobody here has heard of, from one caller who was granted something
 * @param strangers of such authors, from all callers together whom nobody here knows either
 * @param patience how long what nobody vouches for is kept
 */
public record Quotas(Room aside, Room carried, Room newcomers, Room strangers, Duration patience) {

    public record Room(long batches, long bytes) {}

    public static Quotas usual() {
        return new Quotas(new Room(1_000, 16L << 20), new Room(5_000, 64L << 20), new Room(2_000, 16L << 20), new Room(256, 4L << 20),
                Duration.ofDays(14));
    }

    public Quotas withAside(Room room) {
        return new Quotas(room, carried, newcomers, strangers, patience);
    }

    public Quotas withNewcomers(Room room) {
        return new Quotas(aside, carried, room, strangers, patience);
    }

    public Quotas withStrangers(Room room) {
        return new Quotas(aside, carried, newcomers, room, patience);
    }
}
