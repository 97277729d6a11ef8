/** What people see: one package per screen, on the shared kit and forms, in the frame of the shell. Opened and wired here. */
package vn.banso.desktop;
