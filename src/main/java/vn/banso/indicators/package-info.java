/**
 * How it is counted: numerator, denominator, coverage and targets, as data. Pure.
 *
 * <p>A {@link vn.banso.indicators.Condition} says something about one entry; three of them make an
 * {@link vn.banso.indicators.Indicator}: who is counted, who has answered, who is a yes. {@link vn.banso.indicators.Definitions}
 * has them all. {@link vn.banso.indicators.Counting} counts them over plain entries; the store counts the same conditions in SQL,
 * and tests hold the two against each other.
 */
package vn.banso.indicators;
