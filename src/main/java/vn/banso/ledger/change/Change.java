package vn.banso.ledger.change;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * One saved act on one entry: who, when, which fields got which values, and which earlier changes of each field the author
 * had seen.
 *
 * @param kind number of a {@link Kind}
 * @param type number of the entry type
 * @param author the device; its holder is named by its grant
 * @param fields values by field number
 * @param bases by field number, the changes whose values the author saw and replaced. A deletion, an
 *     alias and a move name here, under their {@link vn.banso.register.catalogue.SystemField}, every value of the entry that their author
 *     had seen ({@link vn.banso.ledger.merge.EntryState#allBases})
 * @param id computed from all the rest
 */
public record Change(int kind, int type, EntryId entry, DeviceId author, Stamp stamp, SortedMap<Integer, Value> fields,
                     SortedMap<Integer, SortedSet<ChangeId>> bases, ChangeId id) {

    /** A change with its id. The maps are copied; a field without bases needs no empty set of them. */
    public static Change of(int kind, int type, EntryId entry, DeviceId author, Stamp stamp,
                            SortedMap<Integer, Value> fields, SortedMap<Integer, SortedSet<ChangeId>> bases) {
        var values = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        var named = new TreeMap<>(bases);
        named.values().removeIf(SortedSet::isEmpty);
        var seen = Collections.unmodifiableSortedMap(named);
        return new Change(kind, type, entry, author, stamp, values, seen,
                ChangeForm.id(kind, type, entry, author, stamp, values, seen));
    }
}
