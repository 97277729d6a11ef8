/** Entries as JSON, for {@code banso record} and the sample data: read into drafts, every mistake told with what would be right. */
package vn.banso.cli.entries;
