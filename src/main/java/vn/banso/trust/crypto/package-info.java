/** Keys, seals and signatures. */
package vn.banso.trust.crypto;
