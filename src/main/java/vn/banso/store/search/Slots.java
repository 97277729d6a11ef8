package vn.banso.store.search;

import java.util.Arrays;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** Which entry has which place in the {@link SearchIndex}: parallel arrays and an open hash table, 40 bytes an entry. */
final class Slots {
    private static final int EMPTY = 0;

    private long[] hi = new long[1 << 10];
    private long[] lo = new long[1 << 10];
    private long[] scopes = new long[1 << 10];
    /** The type's number plus 1; 0 where the slot is dead. */
    private short[] types = new short[1 << 10];
    /** Slot plus 1, or 0; probed linearly. */
    private int[] table = new int[1 << 12];
    private int filled;

    void put(ScopeId scope, EntryId id, int type, int slot) {
        if (slot >= hi.length) {
            hi = Arrays.copyOf(hi, slot * 2);
            lo = Arrays.copyOf(lo, slot * 2);
            scopes = Arrays.copyOf(scopes, slot * 2);
            types = Arrays.copyOf(types, slot * 2);
        }
        hi[slot] = id.hi();
        lo[slot] = id.lo();
        scopes[slot] = scope.value();
        types[slot] = (short) (type + 1);
        if (++filled * 2 > table.length) {
            table = new int[table.length * 2];
            rebuild(slot);
        }
        enter(slot);
    }

    /** -1 where the entry has no place. */
    int find(ScopeId scope, EntryId id) {
        for (int at = spot(scope.value(), id.hi(), id.lo()); table[at] != EMPTY; at = at + 1 & table.length - 1) {
            int slot = table[at] - 1;
            if (types[slot] != 0 && hi[slot] == id.hi() && lo[slot] == id.lo() && scopes[slot] == scope.value()) {
                return slot;
            }
        }
        return -1;
    }

    /** The table keeps pointing to the dead slot until it is rebuilt, so that the entries behind it are still found. */
    void kill(int slot) {
        types[slot] = 0;
    }

    void move(int from, int to) {
        hi[to] = hi[from];
        lo[to] = lo[from];
        scopes[to] = scopes[from];
        types[to] = types[from];
    }

    /** Enters the first slots anew. */
    void rebuild(int count) {
        Arrays.fill(table, EMPTY);
        filled = count;
        for (int slot = 0; slot < count; slot++) {
            enter(slot);
        }
    }

    private void enter(int slot) {
        int at = spot(scopes[slot], hi[slot], lo[slot]);
        while (table[at] != EMPTY) {
            at = at + 1 & table.length - 1;
        }
        table[at] = slot + 1;
    }

    private int spot(long scope, long high, long low) {
        long mixed = (scope ^ high * 0x9E3779B97F4A7C15L ^ low) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32) & table.length - 1;
    }

    boolean isLive(int slot) {
        return types[slot] != 0;
    }

    ScopeId scope(int slot) {
        return new ScopeId(scopes[slot]);
    }

    int type(int slot) {
        return types[slot] - 1;
    }

    EntryId id(int slot) {
        return new EntryId(hi[slot], lo[slot]);
    }
}
