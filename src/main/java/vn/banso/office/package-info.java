/**
 * In and out by file: the papers that are printed for a class, as PDF. A paper is a plain record; {@link vn.banso.office.Papers}
 * draws it. Nothing here reads the register.
 */
package vn.banso.office;
