package vn.banso.ledger.change;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** The canonical bytes of a change: what its id is computed over, and how an unsealed change rests. */
public final class ChangeForm {
    /**
     * Version 1: version, kind, type (variable numbers), entry id and author (16 bytes each), stamp (8 bytes); the number of
     * fields, and for each, by rising field number: field number, value as in {@link ValueForm}; the number of fields with
     * bases, and for each, by rising field number: field number, how many (at least one), the change ids (8 bytes each,
     * rising, unsigned). Variable numbers are LEB128, the rest big-endian.
     *
     * <p>The id is the first 8 bytes of SHA-256 over exactly these bytes, so this version can never change its meaning: a
     * change of version 1 has its version 1 id for ever.
     */
    public static final int VERSION = 1;

    /** Kinds, types and fields are numbered from 0 to here. */
    public static final int LAST_NUMBER = 0xFFFF;

    private ChangeForm() {}

    static ChangeId id(int kind, int type, EntryId entry, DeviceId author, Stamp stamp, SortedMap<Integer, Value> fields,
                       SortedMap<Integer, SortedSet<ChangeId>> bases) {
        byte[] bytes = write(kind, type, entry, author, stamp, fields, bases);
        return new ChangeId(ByteBuffer.wrap(Hash.digest().digest(bytes)).getLong());
    }

    public static byte[] write(Change c) {
        return write(c.kind(), c.type(), c.entry(), c.author(), c.stamp(), c.fields(), c.bases());
    }

    private static byte[] write(int kind, int type, EntryId entry, DeviceId author, Stamp stamp,
                                SortedMap<Integer, Value> fields, SortedMap<Integer, SortedSet<ChangeId>> bases) {
        BytesOut out = new BytesOut(128);
        out.u8(VERSION).varint(number(kind)).varint(number(type)).id(entry).device(author).u64(stamp.millis());
        out.varint(fields.size());
        fields.forEach((field, value) -> {
            out.varint(number(field));
            ValueForm.write(out, value);
        });
        out.varint(bases.size());
        bases.forEach((field, seen) -> {
            out.varint(number(field)).varint(seen.size());
            seen.forEach(c -> out.u64(c.value()));
        });
        return out.toBytes();
    }

    /** @throws MalformedException where the bytes are not exactly one change of a version this program can read */
    public static Change read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a change");
        int kind = in.upTo(LAST_NUMBER);
        int type = in.upTo(LAST_NUMBER);
        EntryId entry = in.id();
        DeviceId author = in.device();
        Stamp stamp = new Stamp(in.u64());
        SortedMap<Integer, Value> fields = new TreeMap<>();
        for (int left = in.count(2), last = -1; left > 0; left--) {
            last = rising(in.upTo(LAST_NUMBER), last);
            fields.put(last, ValueForm.read(in));
        }
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        for (int left = in.count(10), last = -1; left > 0; left--) {
            last = rising(in.upTo(LAST_NUMBER), last);
            bases.put(last, seen(in));
        }
        in.end();
        return Change.of(kind, type, entry, author, stamp, fields, bases);
    }

    private static SortedSet<ChangeId> seen(BytesIn in) throws MalformedException {
        int count = in.count(8);
        SortedSet<ChangeId> seen = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            ChangeId id = new ChangeId(in.u64());
            if (!seen.isEmpty() && seen.last().compareTo(id) >= 0) {
                throw BytesIn.damaged("bases out of order");
            }
            seen.add(id);
        }
        if (seen.isEmpty()) {
            throw BytesIn.damaged("an empty set of bases");
        }
        return Collections.unmodifiableSortedSet(seen);
    }

    public static int rising(int number, int last) throws MalformedException {
        if (number <= last) {
            throw BytesIn.damaged("fields out of order");
        }
        return number;
    }

    private static int number(int number) {
        if (number < 0 || number > LAST_NUMBER) {
            throw new IllegalArgumentException("kinds, types and fields are numbered 0 to " + LAST_NUMBER);
        }
        return number;
    }
}
