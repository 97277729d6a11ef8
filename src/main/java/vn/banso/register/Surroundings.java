package vn.banso.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The entries around one that is checked, in its own commune: its household, the other members. Asked only where a rule needs it. */
public interface Surroundings {
    /** Nothing is known: rules about several entries say nothing. */
    Surroundings UNKNOWN = new Surroundings() {
        @Override
        public Optional<Entry> entry(ScopeId scope, EntryId id) {
            return Optional.empty();
        }

        @Override
        public List<Entry> members(ScopeId scope, EntryId household) {
            return List.of();
        }

        @Override
        public Linked linked(ScopeId scope, EntryId id, EntryType type) {
            return Linked.UNKNOWN;
        }
    };

    /** Empty where there is none. */
    Optional<Entry> entry(ScopeId scope, EntryId id);

    /** The people who are written down in this household. */
    List<Entry> members(ScopeId scope, EntryId household);

    /** What a link finds that should lead to an entry of this type. */
    Linked linked(ScopeId scope, EntryId id, EntryType type);

    /** The same as it will be once all of these are saved. */
    default Surroundings with(Collection<Draft> drafts) {
        return new SavedTogether(this, drafts);
    }
}
