/** Administrative units at the command line: changes of villages, and lists of communes. */
package vn.banso.cli.units;
