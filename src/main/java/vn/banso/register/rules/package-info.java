/** What may be saved: drafts, and the rules that block or warn. */
package vn.banso.register.rules;
