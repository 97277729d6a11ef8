package vn.banso.store.batches;

import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.store.engine.Db;
import vn.banso.store.files.Quotas;
import vn.banso.store.files.Quotas.Room;

/**
 * How much is kept that counts for nothing, of each device: counters, which the database itself keeps in step with its rows
 * (see {@code 0001_ledger.sql}), so that looking costs the same however much there is.
 */
public final class KeptQuota {
    private final Db db;
    private final Quotas quotas;

    public KeptQuota(Db db, Quotas quotas) {
        this.db = db;
        this.quotas = quotas;
    }

    /** Whether a device has more than it may in the room of that standing. */
    public boolean isOver(DeviceId device, BatchStatus standing) {
        return switch (standing) {
            case APPLIED -> false;
            case WAITING_KEY -> isOver(device, "CARRIED", quotas.carried());
            case WAITING_PREVIOUS, WAITING_GRANT, WAITING_UPDATE, SET_ASIDE -> isOver(device, "ASIDE", quotas.aside());
        };
    }

    /** Whether nothing more of a device fits that does not count. */
    public boolean isFull(DeviceId device) {
        Room used = used(device, "ASIDE");
        return used.batches() >= quotas.aside().batches() || used.bytes() >= quotas.aside().bytes();
    }

    private boolean isOver(DeviceId device, String room, Room quota) {
        Room used = used(device, room);
        return used.batches() > quota.batches() || used.bytes() > quota.bytes();
    }

    private Room used(DeviceId device, String room) {
        return used(db, device.bytes(), room);
    }

    /** @param holder a device, or nothing for all strangers together */
    public static Room used(Db db, byte[] holder, String room) {
        return db.sql("SELECT batches, bytes FROM kept WHERE holder = ? AND room = ?").put(holder).put(room)
                .first(row -> new Room(row.number(1), row.number(2))).orElse(new Room(0, 0));
    }
}
