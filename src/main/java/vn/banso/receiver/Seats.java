package vn.banso.receiver;

import java.util.HashMap;
import java.util.Map;

/** So many callers at a time, and so many of one address: who finds no seat is asked to come back. */
final class Seats {
    private final int all;
    private final int ofOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int sitting;

    Seats(int all, int ofOne) {
        this.all = all;
        this.ofOne = ofOne;
    }

    synchronized boolean enter(String address) {
        int own = taken.getOrDefault(address, 0);
        if (sitting >= all || own >= ofOne) {
            return false;
        }
        sitting++;
        taken.put(address, own + 1);
        return true;
    }

    synchronized void leave(String address) {
        sitting--;
        taken.computeIfPresent(address, (_, own) -> own > 1 ? own - 1 : null);
    }
}
