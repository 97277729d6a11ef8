/** Provinces, communes and villages: lists by date, lineage, order. */
package vn.banso.register.units;
