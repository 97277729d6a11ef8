/** One household at its door: the form that fits one screen, its members, consent, history, problems, and what is done with it as a whole. */
package vn.banso.desktop.household;
