/**
 * Bản Số, the register that a village carries. The map of the house; a room uses only rooms further right, rooms joined by
 * {@code |} are strangers:
 *
 * <pre>
 * app → cli → desktop → say → receiver | office | carrier → sync → store → trust → ledger → indicators → register → JDK
 * </pre>
 */
package vn.banso;
