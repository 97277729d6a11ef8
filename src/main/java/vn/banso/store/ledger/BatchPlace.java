package vn.banso.store.ledger;

import java.util.Optional;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Reason;

/**
 * Where a batch that is held stands.
 *
 * @param reason why it was set aside
 */
public record BatchPlace(BatchStatus status, Optional<Reason> reason) {}
