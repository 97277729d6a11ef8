/** The verbs of the ledger: seal, take in, erase, sign and keep receipts, tell how far a record has come. */
package vn.banso.store.ledger;
