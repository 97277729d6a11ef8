/** Who is missing: villages and a month, what came, whose turn it is; approved and returned by an officer. */
package vn.banso.desktop.reporting;
