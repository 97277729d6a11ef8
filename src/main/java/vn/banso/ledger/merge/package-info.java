/** How changes become a register: the merge of one entry, and what becomes of a batch that arrives. */
package vn.banso.ledger.merge;
