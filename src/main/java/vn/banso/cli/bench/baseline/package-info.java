/** What the house is measured against: plain calls, plain desks, slow lines. */
package vn.banso.cli.bench.baseline;
