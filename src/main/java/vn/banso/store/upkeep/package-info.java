/** Looking after a store: check, backup, restore, recovery of a damaged one. */
package vn.banso.store.upkeep;
