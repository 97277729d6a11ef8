/** The body of a batch: its changes laid out in columns, coded and deflated. */
package vn.banso.ledger.body;
