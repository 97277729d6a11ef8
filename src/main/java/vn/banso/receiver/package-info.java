/** The province's desk: serves a peer over HTTP. */
package vn.banso.receiver;
