/**
 * The only room that knows SQL: one SQLite file per node, opened through {@link vn.banso.store.Node}.
 *
 * <p>The ledger lies in it as it came, sealed, and so do the entries folded from it. What queries see is the register in memory, made of
 * these: tables {@code r_<type>} and views {@code v_<type>}. Whatever a verb acknowledges is on the disk.
 *
 * <p>Its packages stand in a line too, each using only those further right; {@code store} is this one, the front:
 *
 * <pre>
 * personal → training | reporting → register | counting → store → upkeep | lists → writing → ledger → node → batches → projection → search → tables → engine → files → pages
 * </pre>
 */
package vn.banso.store;
