package vn.banso.desktop.household;

import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.saving.SavedForm;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** A household with its people, as it is saved: one form. */
record SavedHousehold(HouseholdForm form) implements SavedForm {
    @Override
    public ScopeId scope() {
        return form.opened().scope();
    }

    @Override
    public EntryId id() {
        return form.household().id();
    }

    @Override
    public List<EntryModel> entries() {
        return form.all().toList();
    }

    @Override
    public boolean isBegun() {
        return form.isDirty();
    }

    @Override
    public ReadOnlyLongProperty edits() {
        return form.edits();
    }
}
