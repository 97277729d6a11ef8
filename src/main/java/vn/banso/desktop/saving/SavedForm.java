package vn.banso.desktop.saving;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** A form as {@link AutoSave} sees it: one entry, or one with others that belong to it. */
public interface SavedForm {
    ScopeId scope();

    /** Of the entry it is about. */
    EntryId id();

    /** The entry on whose page it is written. */
    default EntryId page() {
        return id();
    }

    /** The one it is about first, then the others of which something is said. */
    List<EntryModel> entries();

    /** What is chosen in it and is no field of an entry. */
    default Map<String, String> choices() {
        return Map.of();
    }

    /** Whether the register does not have it yet: it stays a draft until somebody saves it. */
    default boolean isNew() {
        return entries().getFirst().before().isEmpty();
    }

    /** Whether anybody has written anything that the register does not hold; what the machine filled in is nothing. */
    boolean isBegun();

    /** Grows with every key and every choice. */
    ReadOnlyLongProperty edits();
}
