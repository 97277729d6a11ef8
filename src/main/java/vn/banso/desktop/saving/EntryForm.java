package vn.banso.desktop.saving;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import vn.banso.desktop.form.EntryModel;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** A form of entries that are there from the beginning: mostly one. Whatever they say when it is made was filled in by the machine. */
public final class EntryForm implements SavedForm {
    private final EntryId page;
    private final List<EntryModel> entries;
    private final Supplier<Map<String, String>> choices;
    private final List<Draft> filledIn;
    private final Map<String, String> chosen;
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();

    /** Of one entry on its own page. */
    public EntryForm(EntryModel entry) {
        this(entry.id(), List.of(entry), Map::of);
    }

    /** @param page the entry on whose page it is written */
    public EntryForm(EntryId page, List<EntryModel> entries, Supplier<Map<String, String>> choices) {
        this.page = page;
        this.entries = List.copyOf(entries);
        this.choices = choices;
        this.filledIn = entries.stream().map(EntryModel::keepsake).toList();
        this.chosen = choices.get();
        entries.forEach(entry -> entry.edits().subscribe((_, _) -> edited()));
    }

    /** A choice that is no field has become another. */
    public void edited() {
        edits.set(edits.get() + 1);
    }

    @Override
    public ScopeId scope() {
        return entries.getFirst().scope();
    }

    @Override
    public EntryId id() {
        return entries.getFirst().id();
    }

    @Override
    public EntryId page() {
        return page;
    }

    @Override
    public List<EntryModel> entries() {
        return entries;
    }

    @Override
    public Map<String, String> choices() {
        return choices.get();
    }

    @Override
    public boolean isBegun() {
        return isNew() ? !entries.stream().map(EntryModel::keepsake).toList().equals(filledIn) || !choices.get().equals(chosen)
                : entries.stream().anyMatch(EntryModel::isDirty);
    }

    @Override
    public ReadOnlyLongProperty edits() {
        return edits.getReadOnlyProperty();
    }
}
