/** Measures what the goals promise, each figure beside its baseline from the same run. */
package vn.banso.cli.bench;
