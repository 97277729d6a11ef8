package vn.banso.store.writing;

import java.util.List;
import java.util.SortedSet;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** A change of villages that somebody intends: to be looked at first, then carried out by {@link VillageActs}. */
public sealed interface VillagePlan {
    ScopeId scope();

    EntryId village();

    /** @param village is called {@code name} from now on */
    record Rename(ScopeId scope, EntryId village, String name) implements VillagePlan {}

    /**
     * @param village goes on for all of them, under this name
     * @param gone go into it
     */
    record Merge(ScopeId scope, EntryId village, SortedSet<EntryId> gone, String name) implements VillagePlan {}

    /** @param names of the villages it becomes; which household goes where, somebody says afterwards */
    record Split(ScopeId scope, EntryId village, List<String> names) implements VillagePlan {}

    /** @param to the commune it belongs to from now on, with all who live there */
    record Move(ScopeId scope, EntryId village, ScopeId to) implements VillagePlan {}
}
