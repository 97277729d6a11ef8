/** Personal-data duties at the command line: requests of people about their data, and lists with names that were given out. */
package vn.banso.cli.requests;
