/** The kit of the tests: sample things, stores and desks that are real but small. */
package vn.banso.testing;
