/** The trial: one laptop with the invented people of Sảng Mộc on it, a neighbour who disagrees here and there, and their province. */
package vn.banso.app.trial;
