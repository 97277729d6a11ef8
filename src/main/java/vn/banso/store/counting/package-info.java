/** Indicators counted in SQL. */
package vn.banso.store.counting;
