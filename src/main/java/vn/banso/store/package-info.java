/**
 * The only room that knows SQL: one SQLite file per node, opened through {@link vn.banso.store.Node}.
 *
 * <p>The ledger lies in it as it came, sealed; beside it the register folded from it, with personal values sealed row by row
 * and the open ones as columns that queries see through the views {@code v_<type>}. Whatever a verb acknowledges is on the disk.
 */
package vn.banso.store;
