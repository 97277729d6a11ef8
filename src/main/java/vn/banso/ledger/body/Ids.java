package vn.banso.ledger.body;

import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.EntryId;

/** The two parts of an entry id: 104 bits that the ids of one session share, and 24 that count. */
final class Ids {
    private static final int COUNTER_BITS = 24;
    /** A prefix as it is written. */
    static final int PREFIX_LENGTH = 13;

    private Ids() {}

    static long counter(EntryId id) {
        return id.lo() & (1 << COUNTER_BITS) - 1;
    }

    /** The id with the counter 0. */
    static EntryId prefix(EntryId id) {
        return new EntryId(id.hi(), id.lo() >>> COUNTER_BITS << COUNTER_BITS);
    }

    static void writePrefix(BytesOut out, EntryId prefix) {
        out.u64(prefix.hi()).low(prefix.lo() >>> COUNTER_BITS, PREFIX_LENGTH - Long.BYTES);
    }

    static EntryId readPrefix(BytesIn in) throws MalformedException {
        return new EntryId(in.u64(), in.low(PREFIX_LENGTH - Long.BYTES) << COUNTER_BITS);
    }

    /** The id whose counter is that many steps further. */
    static EntryId near(EntryId id, long steps) throws MalformedException {
        long counter = counter(id) + steps;
        if (counter >>> COUNTER_BITS != 0) {
            throw BytesIn.damaged("a counter beyond its bits");
        }
        return new EntryId(id.hi(), prefix(id).lo() | counter);
    }
}
