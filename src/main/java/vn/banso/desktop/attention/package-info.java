/** Needs attention, "Việc cần xử lý": what somebody should look at, one thing at a time, with what it means and the way on. Nothing waits for it. */
package vn.banso.desktop.attention;
