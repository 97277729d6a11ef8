package vn.banso.desktop.form;

import java.util.Optional;

/** One field was finished: back to what it was, forward to what it became. */
record Edit(EntryModel model, Slot slot, Slot.Content back, Slot.Content next) implements UndoStack.Step {
    @Override
    public void undo() {
        model.apply(slot, back);
    }

    @Override
    public void redo() {
        model.apply(slot, next);
    }

    @Override
    public Optional<Spot> spot() {
        return Optional.of(new Spot(model, slot.field));
    }
}
