/** A node's folder: its files written so that they survive a power cut, its lock, its settings, and what can go wrong with it. */
package vn.banso.store.files;
