/** Who may write and read: device keys, grants and revocations, scope keys, the vault. */
package vn.banso.trust;
