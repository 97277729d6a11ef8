/**
 * What changed: changes, stamps, merge, feeds, batches, parcels, receipts.
 *
 * <p>Bytes and values; no files, no SQL, no clock of its own. The register is the ledger folded: {@link
 * vn.banso.ledger.merge.EntryState#apply} is the merge, {@link vn.banso.ledger.merge.Intake} decides what may be folded, and both are the
 * same in the simulator and on a real node.
 */
package vn.banso.ledger;
