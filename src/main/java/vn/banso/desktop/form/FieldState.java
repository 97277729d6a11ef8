package vn.banso.desktop.form;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.Value;

/** One field of an {@link EntryModel}. */
final class FieldState {
    /**
     * What undo brings back.
     *
     * @param typed a text that could not be read
     */
    record Content(Value value, Optional<String> typed, boolean confirmed) {}

    final Field field;
    final ReadOnlyObjectWrapper<Value> value;
    final ReadOnlyObjectWrapper<Optional<String>> typed = new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    final ReadOnlyBooleanWrapper confirmed = new ReadOnlyBooleanWrapper();
    /** As the last finished act left it: what is being typed is not in it. */
    Content committed;
    /** Somebody has been here: what is missing may be said. */
    boolean touched;

    FieldState(Field field, Value value) {
        this.field = field;
        this.value = new ReadOnlyObjectWrapper<>(value);
        this.committed = new Content(value, Optional.empty(), false);
    }

    void set(Content content) {
        confirmed.set(content.confirmed());
        // The value first: a text control that shows what was typed then changes once, to the tidied value.
        value.set(content.value());
        typed.set(content.typed());
    }
}
