/** One person: what is known, where they live, how skilled they are and how that was found out. */
package vn.banso.desktop.people;
