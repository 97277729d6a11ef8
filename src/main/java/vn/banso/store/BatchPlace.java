package vn.banso.store;

import java.util.Optional;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Reason;

/**
 * Where a batch that is held stands.
 *
 * @param reason why it was set aside
 */
public record BatchPlace(BatchStatus status, Optional<Reason> reason) {

    /** Empty where it is not held. */
    public static Optional<BatchPlace> of(Node node, Hash batch) {
        Db db = node.queries();
        return node.door().alone(() -> db.sql("SELECT standing, reason FROM batch WHERE hash = ?").put(batch.bytes())
                .first(row -> new BatchPlace(BatchStatus.valueOf(row.text(1)), Reason.of(row.whole(2))))
                .or(() -> db.sql("SELECT 1 FROM unvouched WHERE hash = ?").put(batch.bytes())
                        .first(_ -> new BatchPlace(BatchStatus.WAITING_GRANT, Optional.empty()))));
    }
}
