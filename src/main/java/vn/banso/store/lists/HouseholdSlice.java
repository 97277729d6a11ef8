package vn.banso.store.lists;

import java.util.List;

/**
 * A stretch of a list of households.
 *
 * @param from the place of the first row in the whole list, from 0
 * @param total how many the whole list has
 */
public record HouseholdSlice(List<HouseholdRow> rows, int from, int total) {}
