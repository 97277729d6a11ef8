/** What people work through: households, visits, what needs attention, possible duplicates. */
package vn.banso.store.lists;
