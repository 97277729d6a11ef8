/** Figures, goals and rows of the table. */
package vn.banso.cli.bench.figures;
