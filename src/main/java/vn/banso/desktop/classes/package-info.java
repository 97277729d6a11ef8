/**
 * Bình dân học vụ số: classes and their sessions, who came, what they practised, what they can do, and the papers of it. The lists
 * read the register in the background and hand plain records to the models.
 */
package vn.banso.desktop.classes;
