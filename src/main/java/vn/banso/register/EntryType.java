package vn.banso.register;

import java.util.List;
import java.util.Optional;

/**
 * A kind of entry and its fields.
 *
 * @param id stable number, never reused
 * @param key the name in JSON, in SQL and, as {@code type.<key>}, in the text bundles
 * @param event whether entries are facts that are written once and only superseded (an assessment), never edited
 */
public record EntryType(int id, String key, boolean event, List<Field> fields) {

    public Optional<Field> field(int fieldId) {
        return fields.stream().filter(f -> f.id() == fieldId).findFirst();
    }

    /** The field of this key; a programming error where there is none. */
    public Field field(String fieldKey) {
        return find(fieldKey).orElseThrow(() -> new IllegalArgumentException("no field " + fieldKey + " in " + key));
    }

    public Optional<Field> find(String fieldKey) {
        return fields.stream().filter(f -> f.key().equals(fieldKey)).findFirst();
    }
}
