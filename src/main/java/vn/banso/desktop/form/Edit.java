package vn.banso.desktop.form;

import java.util.Optional;

/** One field was finished: back to what it was, forward to what it became. */
record Edit(EntryModel model, FieldState slot, FieldState.Content back, FieldState.Content next) implements UndoStack.Step {
    @Override
    public void undo() {
        model.apply(slot, back);
    }

    @Override
    public void redo() {
        model.apply(slot, next);
    }

    @Override
    public Optional<FieldLocation> spot() {
        return Optional.of(new FieldLocation(model, slot.field));
    }
}
