package vn.banso.store.tables;

import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.SystemField;

/** What queries must know of an entry without opening it: the bits of {@code entry.flags}. */
public final class EntryFlags {
    public static final int DELETED = 1;
    public static final int ERASED = 2;
    /** One with another entry. */
    public static final int ALIASED = 4;
    /** Goes on in another commune. */
    public static final int MOVED = 8;
    static final int CONFLICT = 16;

    private EntryFlags() {}

    public static int of(EntryState state) {
        if (state.erased()) {
            return ERASED;
        }
        if (isPlain(state)) {
            return 0;
        }
        return (state.deleted() ? DELETED : 0)
                | (state.link(SystemField.ALIAS).isPresent() ? ALIASED : 0)
                | (state.link(SystemField.MOVED).isPresent() ? MOVED : 0)
                | (Conflicts.of(state).isEmpty() ? 0 : CONFLICT);
    }

    /** Nothing happened to the entry itself, and no field has parallel values: nearly all entries. */
    private static boolean isPlain(EntryState state) {
        for (var field : state.fields().entrySet()) {
            if (field.getKey() < SystemField.FIRST_DECLARED || field.getValue().heads().size() > 1) {
                return false;
            }
        }
        return true;
    }
}
