/** How anything of the catalogue is asked on a screen: an entry being edited, and one control for each kind of field. */
package vn.banso.desktop.form;
