package vn.banso.receiver;

import java.util.HashMap;
import java.util.Map;

/** The room for parcels in flight. All share it; no address holds more than its part, and the last of it is for small parcels. */
final class Budget {
    private final Limits limits;
    private final Map<String, Long> held = new HashMap<>();
    private long free;

    Budget(Limits limits) {
        this.limits = limits;
        free = limits.maxBytesInFlight();
    }

    /** @return whether there was room; if not, nothing was taken */
    synchronized boolean take(String address, long bytes, boolean small) {
        long more = held.getOrDefault(address, 0L) + bytes;
        if (free - bytes < (small ? 0 : limits.reserve()) || more > limits.bytesPerAddress()) {
            return false;
        }
        free -= bytes;
        held.put(address, more);
        return true;
    }

    synchronized void giveBack(String address, long bytes) {
        free += bytes;
        held.computeIfPresent(address, (_, had) -> had > bytes ? had - bytes : null);
    }

    synchronized long free() {
        return free;
    }
}
