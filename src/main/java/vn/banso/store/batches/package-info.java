/** What lies of the ledger in the file: batches, changes that wait to be sealed, receipts, levels, quotas. */
package vn.banso.store.batches;
