/** People and devices: who works in the communes with which machine, letting in, shutting out, helping with a forgotten passphrase. */
package vn.banso.desktop.devices;
