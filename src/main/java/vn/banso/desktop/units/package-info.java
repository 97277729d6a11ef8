/** Changes of villages, as officers carry them out: look, do, say who went where, take back. */
package vn.banso.desktop.units;
