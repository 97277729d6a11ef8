package vn.banso.register.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * A recorded thing as it is shown now: one value per field. Fields that this version does not know are in the map too.
 *
 * @param type number of the {@link EntryType}; may be one that only a newer version knows
 * @param fields values by field number; an absent field was never asked
 */
public record Entry(int type, ScopeId scope, EntryId id, SortedMap<Integer, Value> fields) {

    public Optional<Value> value(Field field) {
        return Optional.ofNullable(fields.get(field.id())).filter(v -> !(v instanceof Value.Blank));
    }

    /** Whether both say the same: a field that was emptied says what one says that was never filled in. */
    public static boolean saySame(Optional<Entry> one, Optional<Entry> other) {
        return one.map(Entry::said).equals(other.map(Entry::said));
    }

    private Map<Integer, Value> said() {
        Map<Integer, Value> said = new HashMap<>(fields);
        said.values().removeIf(Value.Blank.class::isInstance);
        return said;
    }

    public Optional<String> text(Field field) {
        return value(field).map(v -> v instanceof Value.Text t ? t.text() : null);
    }

    /** The code's number, {@link CodeList#NOT_ASKED} where nothing was written. */
    public int code(Field field) {
        return value(field).map(v -> v instanceof Value.Code c ? c.number() : null).orElse(CodeList.NOT_ASKED);
    }

    public Optional<EntryId> ref(Field field) {
        return value(field).map(v -> v instanceof Value.Ref r ? r.entry() : null);
    }

    public Optional<Value.Day> day(Field field) {
        return value(field).map(v -> v instanceof Value.Day d ? d : null);
    }

    public Optional<Long> whole(Field field) {
        return value(field).map(v -> v instanceof Value.Whole w ? w.number() : null);
    }

    /** The items of a field of several; none where it says nothing. */
    public SortedSet<String> items(Field field) {
        return value(field).map(v -> v instanceof Value.Items i ? i.items() : Collections.<String>emptySortedSet()).orElse(Collections.emptySortedSet());
    }
}
