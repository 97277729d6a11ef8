package vn.banso.register.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.banso.register.values.Value;

/**
 * A kind of entry and its fields. Declared once in the {@link Catalogue}, so two types are the same only if they are one object.
 */
public final class EntryType {
    private final int id;
    private final String key;
    private final boolean event;
    private final List<Field> fields;
    private final Field[] byId;
    private final Map<String, Field> byKey = new HashMap<>();

    /**
     * @param id stable number, never reused
     * @param key the name in JSON, in SQL and, as {@code type.<key>}, in the text bundles
     * @param event whether entries are facts that are written once and only superseded (an assessment), never edited
     * @throws IllegalArgumentException where two fields share a number or a key
     */
    public EntryType(int id, String key, boolean event, List<Field> fields) {
        this.id = id;
        this.key = key;
        this.event = event;
        this.fields = List.copyOf(fields);
        this.byId = new Field[1 + fields.stream().mapToInt(Field::id).max().orElse(0)];
        for (Field field : fields) {
            if (byId[field.id()] != null || byKey.put(field.key(), field) != null) {
                throw new IllegalArgumentException("declared twice in " + key + ": " + field.id() + " " + field.key());
            }
            byId[field.id()] = field;
        }
    }

    public int id() {
        return id;
    }

    public String key() {
        return key;
    }

    public boolean event() {
        return event;
    }

    /** In the order of the form. */
    public List<Field> fields() {
        return fields;
    }

    /** Empty for the number of a system field, and for one that a newer version added. */
    public Optional<Field> field(int fieldId) {
        return fieldId < 0 || fieldId >= byId.length ? Optional.empty() : Optional.ofNullable(byId[fieldId]);
    }

    /** The field of this key; a programming error where there is none. */
    public Field field(String fieldKey) {
        return find(fieldKey).orElseThrow(() -> new IllegalArgumentException("no field " + fieldKey + " in " + key));
    }

    public Optional<Field> find(String fieldKey) {
        return Optional.ofNullable(byKey.get(fieldKey));
    }

    /** Whether the field is worth asking, as the others of the entry stand. */
    public boolean applies(Field field, Function<Field, Value> values) {
        return field.when().map(w -> {
            Field other = field(w.field());
            return w.holds(other.codes().orElseThrow(), values.apply(other));
        }).orElse(true);
    }

    @Override
    public String toString() {
        return key;
    }
}
