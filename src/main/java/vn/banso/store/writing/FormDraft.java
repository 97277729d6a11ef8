package vn.banso.store.writing;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/**
 * A form left half-filled: one thing to the people, however many entries are written in it.
 *
 * @param id of the entry that the form is about; the others belong to it
 * @param page the entry on whose page it is written; itself, mostly
 * @param entries what is written and not in the register; the one the form is about first, also where nothing is said of it
 * @param choices what was chosen in the form and is no field of an entry
 * @param written when it was kept, by the laptop's clock; empty for one that is not kept yet. Two that say the same are the same,
 *     whenever they were
 */
public record FormDraft(ScopeId scope, EntryId id, EntryId page, List<Draft> entries, SortedMap<String, String> choices,
                        Optional<Instant> written) {
    public FormDraft {
        entries = List.copyOf(entries);
        choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
    }

    public FormDraft(ScopeId scope, EntryId id, EntryId page, List<Draft> entries, SortedMap<String, String> choices) {
        this(scope, id, page, entries, choices, Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormDraft o && scope.equals(o.scope) && id.equals(o.id) && page.equals(o.page) && entries.equals(o.entries)
                && choices.equals(o.choices);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, id, page, entries, choices);
    }

    /** A form of one entry on its own page, without choices. */
    public static FormDraft of(Draft only) {
        return new FormDraft(only.scope(), only.id(), only.id(), List.of(only), new TreeMap<>());
    }

    /** Of several entries; the first is the one it is about. */
    public static FormDraft of(List<Draft> entries) {
        Draft main = entries.getFirst();
        return new FormDraft(main.scope(), main.id(), main.id(), entries, new TreeMap<>());
    }

    /** Nothing of this form: to be kept in place of what there is. */
    public static FormDraft nothing(ScopeId scope, EntryId id) {
        return new FormDraft(scope, id, id, List.of(), new TreeMap<>());
    }

    /** What kind of form it is. */
    public EntryType type() {
        return entries.getFirst().type();
    }

    /** What it says of this entry; empty where nothing. */
    public Optional<Draft> of(EntryType type, EntryId entry) {
        return entries.stream().filter(d -> d.type() == type && d.id().equals(entry)).findFirst();
    }
}
