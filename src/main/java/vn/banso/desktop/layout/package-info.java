/** How pages are laid out: tables that wrap, fields in columns, choices side by side, and where the keyboard comes in. */
package vn.banso.desktop.layout;
