package vn.banso.ledger;

import java.util.SortedMap;
import java.util.SortedSet;
import vn.banso.register.EntryId;
import vn.banso.register.Value;

/** The canonical bytes of a change: what its id is computed over, and how an unsealed change rests. */
public final class ChangeForm {
    private ChangeForm() {}

    static ChangeId id(int kind, int type, EntryId entry, DeviceId author, Stamp stamp, SortedMap<Integer, Value> fields,
                       SortedMap<Integer, SortedSet<ChangeId>> bases) {
        throw new UnsupportedOperationException();
    }
}
