/** What all verbs of an unlocked node share, how one is opened, and whom it trusts. */
package vn.banso.store.node;
