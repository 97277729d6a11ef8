/** The verbs of people: save, merge, move, delete, erase, and half-filled forms. */
package vn.banso.store.writing;
