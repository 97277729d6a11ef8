/** Lists and search over the register: the order of households, and names found while they are typed. */
package vn.banso.store.search;
