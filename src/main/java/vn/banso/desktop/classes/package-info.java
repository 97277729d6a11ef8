/** Bình dân học vụ số: the list of classes and sessions, and the page of one class. What they show is read as plain records, in the background. */
package vn.banso.desktop.classes;
