/** The register folded from the ledger: entries as they stand, sealed in the file and spread out in memory. */
package vn.banso.store.projection;
