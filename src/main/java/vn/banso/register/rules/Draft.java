package vn.banso.register.rules;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.names.Phones;
import vn.banso.register.units.Cccd;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.TypedText;
import vn.banso.register.values.Value;

/**
 * What a form or a file hands to the store: the values an entry should have from now on.
 *
 * @param fields values by field number; fields left out stay as they are, {@link Value.Blank} clears one
 */
public record Draft(EntryType type, ScopeId scope, EntryId id, SortedMap<Integer, Value> fields) {
    /** Texts that may be longer than this many characters may have several lines. */
    private static final int ONE_LINE = 500;

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

    /**
     * The same as it comes through the one door for text: {@link TypedText#nfc}, names and other one-line texts with single
     * spaces, telephone numbers and identity numbers in their usual form where they are recognised.
     */
    public Draft tidied() {
        SortedMap<Integer, Value> tidy = new TreeMap<>();
        fields.forEach((id, value) -> tidy.put(id, type.field(id).map(f -> tidied(f, value)).orElse(value)));
        return new Draft(type, scope, id, tidy);
    }

    private static Value tidied(Field field, Value value) {
        return switch (value) {
            case Value.Text t when field.key().equals("phone") ->
                    new Value.Text(Phones.canonicalAll(TypedText.oneLine(t.text())));
            case Value.Text t when field.key().equals("cccd") -> new Value.Text(Cccd.canonical(TypedText.oneLine(t.text())));
            case Value.Text t when field.max() > ONE_LINE -> text(TypedText.nfc(t.text()));
            case Value.Text t -> text(TypedText.oneLine(t.text()));
            case Value.Items i -> new Value.Items(i.items().stream().map(TypedText::oneLine)
                    .collect(Collectors.toCollection(TreeSet::new)));
            default -> value;
        };
    }

    /** Nothing but spaces is nothing. */
    private static Value text(String tidy) {
        return tidy.isEmpty() ? Value.BLANK : new Value.Text(tidy);
    }

    /** The entry as it would stand after this draft. */
    public Entry over(Optional<Entry> before) {
        SortedMap<Integer, Value> all = new TreeMap<>();
        before.ifPresent(b -> all.putAll(b.fields()));
        all.putAll(fields);
        return new Entry(type.id(), scope, id, Collections.unmodifiableSortedMap(all));
    }
}
