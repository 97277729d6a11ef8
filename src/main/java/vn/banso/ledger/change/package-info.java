/** One saved act on one entry: what it says, when, having seen what, and its bytes. */
package vn.banso.ledger.change;
