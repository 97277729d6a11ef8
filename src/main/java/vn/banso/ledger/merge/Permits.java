package vn.banso.ledger.merge;

import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;

/** Who may write what. A node asks its grants; the same grants give the same answer on every node. */
public interface Permits {

    /** The answer for a whole batch. */
    sealed interface Ruling {
        record Allowed() implements Ruling {}

        /** The author's grant, or what decides about it, has not come yet. */
        record NotYet() implements Ruling {}

        record Refused(Reason reason) implements Ruling {}

        /**
         * Revoked: allowed only if the batch stands before or at one of these, the last good ones of its feed: of each branch, and of what
         * one node holds and what another has confirmed.
         */
        record UpTo(Set<Hash> lastGood) implements Ruling {}

        Allowed ALLOWED = new Allowed();
        NotYet NOT_YET = new NotYet();
    }

    Ruling batch(BatchHeader header);

    /** Empty where the author of the batch may make this change. */
    Optional<Reason> change(BatchHeader header, Change change);
}
