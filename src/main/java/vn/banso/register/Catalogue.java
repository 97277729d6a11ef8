package vn.banso.register;

import java.util.List;
import java.util.Optional;

/**
 * The one list of what can be recorded. Adding a question is one field here, one label in each language, and one migration.
 */
public final class Catalogue {
    /** Raised with every release that adds a field or an entry type; batches carry it. */
    public static final int SCHEMA = 1;

    private static final List<EntryType> TYPES = List.of();

    private Catalogue() {}

    public static List<EntryType> types() {
        return TYPES;
    }

    public static Optional<EntryType> type(int id) {
        return TYPES.stream().filter(t -> t.id() == id).findFirst();
    }

    public static Optional<EntryType> type(String key) {
        return TYPES.stream().filter(t -> t.key().equals(key)).findFirst();
    }
}
