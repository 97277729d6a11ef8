/** How it is counted: numerator, denominator, coverage, targets, criteria, as data. Pure. */
package vn.banso.indicators;
