/** Bàn giao: one button that picks the road, where every record lies with the receipt behind it, and what comes back. */
package vn.banso.desktop.handover;
