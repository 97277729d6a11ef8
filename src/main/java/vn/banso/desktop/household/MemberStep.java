package vn.banso.desktop.household;

import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.UndoStack;

/**
 * A line of members that comes or goes.
 *
 * @param at its place in the table
 * @param comes else it goes
 */
record MemberStep(HouseholdForm form, EntryModel member, int at, boolean comes) implements UndoStack.Step {
    @Override
    public void undo() {
        put(!comes);
    }

    @Override
    public void redo() {
        put(comes);
    }

    private void put(boolean there) {
        form.members().remove(member);
        if (there) {
            form.members().add(Math.min(at, form.members().size()), member);
        }
        form.touch();
    }
}
