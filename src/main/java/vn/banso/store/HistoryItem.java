package vn.banso.store;

import java.util.Optional;
import vn.banso.ledger.Change;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Reason;

/**
 * One act in the history of an entry.
 *
 * @param batch where it stands; empty while it waits to be sealed
 * @param refused why it does not count; empty where it does
 */
public record HistoryItem(Change change, Optional<Hash> batch, Optional<Reason> refused) {}
