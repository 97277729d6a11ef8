/** The list of households: found while one types, narrowed by what was answered, walked by the keyboard, left and found again as it was. */
package vn.banso.desktop.households;
