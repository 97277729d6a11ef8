/** Batches and the feeds they stand in: identities, hashes, headers, and the bytes of all of them. */
package vn.banso.ledger.batch;
