/** Classes, sessions, who came, who learns and how far they have come: read in a handful of statements, whatever the number of people. */
package vn.banso.store.training;
