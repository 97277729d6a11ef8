package vn.banso.sync.progress;

/**
 * How far an exchange has come.
 *
 * @param part of all that both sides owe each other, 0 to 1. What they owe shows only on the way, so it may stand still; it never goes
 *     back and never passes 1
 * @param done of what this phase counts: changes where batches are made, batches where they move
 * @param all how many that are in this phase; 0 where nobody knows yet, or where there is nothing to count
 */
public record Position(ExchangePhase phase, double part, long done, long all) {
    /** Nothing has been counted yet. */
    public static Position at(ExchangePhase phase, double part) {
        return new Position(phase, part, 0, 0);
    }

    public Position withPart(double other) {
        return new Position(phase, other, done, all);
    }
}
