/** Starts and wires everything by hand; settings; log. */
package vn.banso.app;
