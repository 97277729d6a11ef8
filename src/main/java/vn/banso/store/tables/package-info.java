/** The tables and views of the register in memory, made from the catalogue: columns, flags, aliases, names, conditions. */
package vn.banso.store.tables;
