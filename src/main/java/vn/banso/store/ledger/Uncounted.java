package vn.banso.store.ledger;

/**
 * What would not count, or does not.
 *
 * @param batches how many of them are here
 * @param records how many entries something is written about in those that can be read here
 */
public record Uncounted(long batches, long records) {}
