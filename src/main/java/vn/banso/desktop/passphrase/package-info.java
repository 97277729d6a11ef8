/** A passphrase on the screen: typed, chosen, and what it is worth told in words. */
package vn.banso.desktop.passphrase;
