package vn.banso.store.upkeep;

import java.util.SortedMap;

/**
 * What lies in a store, in numbers that tell nothing about anybody.
 *
 * @param engine version of the database engine
 * @param bytes of the database file, with what is written ahead of it
 * @param batches in the ledger
 * @param unvouched batches of authors whom nobody here has heard of; part of nothing
 * @param entries by number of the type, deleted ones included
 */
public record Inventory(String engine, long bytes, long batches, long unvouched, SortedMap<Integer, Long> entries) {}
