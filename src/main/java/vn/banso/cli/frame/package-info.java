/**
 * What every command stands on: the terminal, the words, the passphrase, and one sentence for each failure.
 */
package vn.banso.cli.frame;
