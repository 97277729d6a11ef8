package vn.banso.ledger.body;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.ledger.change.ChangeId;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/** Reads the columns of one group of changes, as {@link ColumnWriter} wrote them. */
final class ColumnReader {
    private final EntryId[] own;
    private final List<SortedMap<Integer, Value>> fields;
    private final List<SortedMap<Integer, SortedSet<ChangeId>>> bases;
    private final BodyIn in;
    private final byte[] lacking;

    /**
     * @param own the entries of the changes; empty where they follow from the values
     * @param fields one map for each change, to be filled
     * @param bases the same
     */
    ColumnReader(EntryId[] own, List<SortedMap<Integer, Value>> fields, List<SortedMap<Integer, SortedSet<ChangeId>>> bases,
                 BodyIn in) {
        this.own = own;
        this.fields = fields;
        this.bases = bases;
        this.in = in;
        lacking = new byte[(fields.size() + 7) / 8];
    }

    void values(int field, int form) throws MalformedException {
        in.unfolds(1 + lacking.length);
        int[] rows = (form & ColumnWriter.SPARSE) != 0 ? present() : all();
        in.unfolds(rows.length);
        Value[] values = new Value[rows.length];
        if ((form & ColumnWriter.MIXED) != 0) {
            mixed(values);
        } else if ((form & ColumnWriter.CONSTANT) != 0) {
            Value[] one = new Value[1];
            coding(form & 15, false).read(one, own, in);
            Arrays.fill(values, one[0]);
        } else {
            coding(form & 15, own.length > 0).read(values, entries(rows), in);
        }
        for (int i = 0; i < rows.length; i++) {
            fields.get(rows[i]).put(field, values[i]);
        }
    }

    private void mixed(Value[] values) throws MalformedException {
        int[] counts = new int[ColumnCodec.values().length];
        int[] codings = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            codings[i] = coding(in.numbers.u8(), false).ordinal();
            counts[codings[i]]++;
        }
        for (ColumnCodec coding : ColumnCodec.values()) {
            Value[] some = new Value[counts[coding.ordinal()]];
            coding.read(some, own, in);
            for (int i = 0, next = 0; i < values.length && next < some.length; i++) {
                if (codings[i] == coding.ordinal()) {
                    values[i] = some[next++];
                }
            }
        }
    }

    void bases(int field, int form) throws MalformedException {
        in.unfolds(1 + lacking.length);
        int[] rows = (form & ColumnWriter.ALIKE) != 0 ? having(field) : (form & ColumnWriter.SOME) != 0 ? present() : all();
        int[] sizes = new int[rows.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (form & ColumnWriter.SINGLE) != 0 ? 1 : in.numbers.count(1);
        }
        int place = -1;
        for (int i = 0; i < rows.length; i++) {
            SortedSet<ChangeId> seen = new TreeSet<>();
            for (int left = sizes[i]; left > 0; left--) {
                in.unfolds(1);
                place = in.base(place);
                seen.add(in.baseAt(place));
            }
            if (!seen.isEmpty()) {
                bases.get(rows[i]).put(field, Collections.unmodifiableSortedSet(seen));
            }
        }
    }

    private int[] all() {
        int[] rows = new int[fields.size()];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    private int[] having(int field) {
        return Arrays.stream(all()).filter(i -> fields.get(i).containsKey(field)).toArray();
    }

    private int[] present() throws MalformedException {
        for (int i = 0; i < lacking.length; i++) {
            lacking[i] ^= (byte) in.numbers.u8();
        }
        return Arrays.stream(all()).filter(i -> (lacking[i >> 3] >> (i & 7) & 1) == 0).toArray();
    }

    private EntryId[] entries(int[] rows) {
        EntryId[] entries = new EntryId[own.length == 0 ? 0 : rows.length];
        Arrays.setAll(entries, i -> own[rows[i]]);
        return entries;
    }

    private static ColumnCodec coding(int number, boolean nearAllowed) throws MalformedException {
        if (number >= ColumnCodec.values().length) {
            throw new MalformedException(Reason.NEWER_FORMAT, "a column of an unknown coding");
        }
        ColumnCodec coding = ColumnCodec.values()[number];
        if (coding == ColumnCodec.NEAR && !nearAllowed) {
            throw BytesIn.damaged("a link near an entry that is not known yet");
        }
        return coding;
    }
}
