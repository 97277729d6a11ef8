package vn.banso.store.writing;

import java.util.List;
import java.util.Optional;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.EntryId;

/** What became of an act: all of it is durable, or nothing of it was done. */
public sealed interface SaveResult {

    /**
     * Durable, whatever happens next.
     *
     * @param changes what really was new: empty where every field said so already
     */
    record Saved(List<Change> changes) implements SaveResult {}

    /** Nothing was written; every refusal can be told in one sentence. */
    record Refused(List<Refusal> refusals) implements SaveResult {}

    /**
     * @param reason texts {@code reason.<name>}
     * @param finding what exactly cannot be, where it is about a value
     */
    record Refusal(int type, EntryId entry, Reason reason, Optional<Finding> finding) {
        static Refusal of(Draft draft, Finding finding) {
            return new Refusal(draft.type().id(), draft.id(), Reason.INVALID_VALUE, Optional.of(finding));
        }
    }

    /** The changes written; none where it was refused. */
    default List<Change> changes() {
        return this instanceof Saved saved ? saved.changes() : List.of();
    }

    default boolean isSaved() {
        return this instanceof Saved;
    }
}
