/** Moves parcels: folders (USB sticks, e-mail attachments) and HTTP. */
package vn.banso.carrier;
