/** The commands about nodes, provinces, devices and passphrases. */
package vn.banso.cli.nodes;
