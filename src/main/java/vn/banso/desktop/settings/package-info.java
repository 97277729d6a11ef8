/** How the person wants the window, what this device is, backups, the passphrase, and what to send to whoever helps. */
package vn.banso.desktop.settings;
