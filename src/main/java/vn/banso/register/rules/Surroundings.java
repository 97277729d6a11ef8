package vn.banso.register.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** The entries around one that is checked, in its own commune: its household, the other members. Asked only where a rule needs it. */
public interface Surroundings {
    /** Nothing is known: rules about several entries say nothing. */
    Surroundings UNKNOWN = new Surroundings() {};

    /** Empty where there is none. */
    default Optional<Entry> entry(ScopeId scope, EntryId id) {
        return Optional.empty();
    }

    /** The people who are written down in this household. */
    default List<Entry> members(ScopeId scope, EntryId household) {
        return List.of();
    }

    /** What a link finds that should lead to an entry of this type. */
    default Linked linked(ScopeId scope, EntryId id, EntryType type) {
        return Linked.UNKNOWN;
    }

    /** Who is written down in a village, without what is saved just now. */
    default Inhabitants inhabitants(ScopeId scope, EntryId village) {
        return Inhabitants.UNKNOWN;
    }

    /**
     * How many came to a session by its list. Of several ticks that are saved together only one is told, so that people are asked once.
     *
     * @param asking the tick or the session that asks
     */
    default long came(ScopeId scope, EntryId session, EntryId asking) {
        return 0;
    }

    /** The same as it will be once all of these are saved. */
    default Surroundings with(Collection<Draft> drafts) {
        return new SavedTogether(this, drafts);
    }
}
