/**
 * The exchange: what each side has, what is owed, parking, setting aside, receipts. One {@link vn.banso.sync.wire.Peer} interface,
 * and both ends implement it.
 */
package vn.banso.sync;
