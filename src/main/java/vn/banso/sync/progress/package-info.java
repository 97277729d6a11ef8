/** How far an exchange has come, and what came of it. */
package vn.banso.sync.progress;
