package vn.banso.store.writing;

import java.util.Optional;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Reason;

/**
 * One act in the history of an entry.
 *
 * @param batch where it stands; empty while it waits to be sealed
 * @param refused why it does not count; empty where it does
 */
public record HistoryItem(Change change, Optional<Hash> batch, Optional<Reason> refused) {}
