/** One session: its plan, who came, what was taught, what became of it. */
package vn.banso.desktop.sessions;
