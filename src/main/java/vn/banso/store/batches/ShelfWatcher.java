package vn.banso.store.batches;

import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.merge.BatchStatus;

/** Told of every batch that comes or moves to another standing, within the transaction that moves it. */
public interface ShelfWatcher {

    /** @param n the local number of the batch */
    void put(Batch batch, long n, BatchStatus standing);
}
