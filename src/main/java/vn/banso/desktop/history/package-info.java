/** What the histories of households and of people share: how an act of the past is taken back. */
package vn.banso.desktop.history;
