/** Who has sent what of a period: village by village, returned, approved, and what came after that. */
package vn.banso.store.reporting;
