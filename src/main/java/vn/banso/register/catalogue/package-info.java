/** The one list of entry types, fields and choices, and what they are called. */
package vn.banso.register.catalogue;
