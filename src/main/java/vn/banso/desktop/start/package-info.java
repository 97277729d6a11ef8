/** Before the register is open: the first start, the passphrase, a lock, and a store that does not open. */
package vn.banso.desktop.start;
