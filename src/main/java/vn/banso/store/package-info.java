/** The only room that knows SQL: ledger and register tables, migrations, indicator queries. */
package vn.banso.store;
