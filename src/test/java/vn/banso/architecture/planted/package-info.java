/** A tiny house with one fault of each kind, which the rules must catch. */
package vn.banso.architecture.planted;
