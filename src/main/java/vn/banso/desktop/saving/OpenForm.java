package vn.banso.desktop.saving;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The form that is open on a page, and how far its saving has come; a page may have one after the other. */
public final class OpenForm {
    private final ReadOnlyObjectWrapper<SaveState> state = new ReadOnlyObjectWrapper<>(new SaveState.Untouched());
    private Optional<AutoSave> saving = Optional.empty();

    public ReadOnlyObjectProperty<SaveState> state() {
        return state.getReadOnlyProperty();
    }

    /** Empty where none is open. */
    public Optional<AutoSave> saving() {
        return saving;
    }

    public void open(AutoSave next) {
        close();
        saving = Optional.of(next);
        state.bind(next.state());
    }

    /** It is left, and none is open any more. */
    public void leave() {
        saving.ifPresent(AutoSave::leave);
        close();
    }

    public void close() {
        saving.ifPresent(AutoSave::end);
        saving = Optional.empty();
        state.unbind();
        state.set(new SaveState.Untouched());
    }
}
