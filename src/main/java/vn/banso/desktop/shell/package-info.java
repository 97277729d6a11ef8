/** The frame around every page: where one is, where one can go, what just happened, and where the work lies. */
package vn.banso.desktop.shell;
