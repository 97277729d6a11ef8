/** What travels: parcels and their frames, have-lists, receipts, pages of what was set aside. */
package vn.banso.ledger.parcel;
