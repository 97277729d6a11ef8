package vn.banso.register;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a form or a file hands to the store: the values an entry should have from now on.
 *
 * @param fields values by field number; fields left out stay as they are, {@link Value.Blank} clears one
 */
public record Draft(EntryType type, ScopeId scope, EntryId id, SortedMap<Integer, Value> fields) {
    public Draft(EntryType type, ScopeId scope, EntryId id, SortedMap<Integer, Value> fields) {
        this.type = type;
        this.scope = scope;
        this.id = id;
        this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** An empty draft to be filled by {@link #with}. */
    public static Draft of(EntryType type, ScopeId scope, EntryId id) {
        return new Draft(type, scope, id, new TreeMap<>());
    }

    /** The same with one value more or another; a programming error where the type has no such field. */
    public Draft with(String fieldKey, Value value) {
        SortedMap<Integer, Value> more = new TreeMap<>(fields);
        more.put(type.field(fieldKey).id(), value);
        return new Draft(type, scope, id, more);
    }

    /** The value it gives the field; empty where it leaves it alone or clears it. */
    public Optional<Value> value(Field field) {
        return Optional.ofNullable(fields.get(field.id())).filter(v -> !(v instanceof Value.Blank));
    }

    /** The entry as it would stand after this draft. */
    public Entry over(Optional<Entry> before) {
        SortedMap<Integer, Value> all = new TreeMap<>();
        before.ifPresent(b -> all.putAll(b.fields()));
        all.putAll(fields);
        return new Entry(type.id(), scope, id, Collections.unmodifiableSortedMap(all));
    }
}
