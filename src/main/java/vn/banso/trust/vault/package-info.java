/** What keeps a device's secrets: passphrase, vault, recovery, one-time codes. */
package vn.banso.trust.vault;
