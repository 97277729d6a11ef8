/**
 * Who may write and read: device keys, grants and revocations, scope keys, the vault.
 *
 * <p>{@link vn.banso.trust.governance.Grants} answers who may write what, from the governance entries alone; {@link
 * vn.banso.trust.crypto.BatchSealer} seals and opens; {@link vn.banso.trust.vault.Vault} keeps a device's secrets and {@link
 * vn.banso.trust.crypto.RowSeal} what rests on the disk; {@link vn.banso.trust.governance.Enrolment} lets a device in and {@link
 * vn.banso.trust.governance.Governance} writes an officer's acts down. No files, no SQL, no clock; the only chance of the house that must be
 * strong is drawn here. Ed25519, X25519, HPKE and Argon2id come from Bouncy Castle, AES-GCM from the JDK.
 */
package vn.banso.trust;
