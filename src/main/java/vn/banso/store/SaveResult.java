package vn.banso.store;

import java.util.List;
import vn.banso.ledger.Change;
import vn.banso.ledger.Reason;
import vn.banso.register.EntryId;

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

    /** @param reason texts {@code reason.<name>} */
    record Refusal(int type, EntryId entry, Reason reason) {}

    /** The changes written; none where it was refused. */
    default List<Change> changes() {
        return this instanceof Saved saved ? saved.changes() : List.of();
    }

    default boolean isSaved() {
        return this instanceof Saved;
    }
}
