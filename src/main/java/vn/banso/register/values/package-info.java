/** Ids, values and languages: what every other room speaks in. */
package vn.banso.register.values;
