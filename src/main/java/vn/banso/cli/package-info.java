/** The same house without windows. */
package vn.banso.cli;
