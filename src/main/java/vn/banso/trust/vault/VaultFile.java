package vn.banso.trust.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.PartsFormat;
import vn.banso.trust.crypto.SecureRandomSource;

/**
 * The bytes of a vault, format 1: cost and salt of Argon2id; the vault key wrapped under what the passphrase gives; the
 * recovery key of an officer and the vault key sealed to it (both empty where there is none); the device's public keys; its
 * secrets and the row key under the vault key; how often in a row a wrong passphrase was given (u32) and when last (i64, milliseconds since 1970); SHA-256 of all that, to tell damage from a wrong passphrase.
 */
record VaultFile(Argon2Cost cost, byte[] salt, byte[] wrapped, byte[] recoveryKey, byte[] recoverable, byte[] signingKey,
                 byte[] sealingKey, byte[] secrets, WrongTries wrong) {
    private static final String FORMAT = "banso vault 1";
    private static final int PARTS = 10;
    private static final int SALT = 16;

    static byte[] newSalt() {
        return SecureRandomSource.bytes(SALT);
    }

    byte[] write() {
        byte[] hash = hash(cost, salt, wrapped, recoveryKey, recoverable, signingKey, sealingKey, secrets, wrong.bytes());
        return PartsFormat.write(FORMAT, bytes(cost), salt, wrapped, recoveryKey, recoverable, signingKey, sealingKey, secrets, wrong.bytes(), hash);
    }

    static VaultFile read(byte[] bytes) throws VaultException {
        try {
            List<byte[]> parts = PartsFormat.read(FORMAT, PARTS, bytes);
            if (parts.get(8).length != WrongTries.BYTES) {
                throw new VaultException(VaultException.Reason.DAMAGED);
            }
            VaultFile file = new VaultFile(cost(parts.get(0)), parts.get(1), parts.get(2), parts.get(3), parts.get(4),
                    parts.get(5), parts.get(6), parts.get(7), WrongTries.of(parts.get(8)));
            if (!Arrays.equals(file.write(), bytes)) {
                throw new VaultException(VaultException.Reason.DAMAGED);
            }
            return file;
        } catch (MalformedException e) {
            throw new VaultException(e.reason() == MalformedException.Reason.NEWER_FORMAT
                    ? VaultException.Reason.NEWER : VaultException.Reason.DAMAGED);
        }
    }

    /** What the wrapped key is bound to: whoever lowers the cost in the file does not get it opened. */
    static byte[] binding(Argon2Cost cost, byte[] salt, byte[] signingKey) {
        return PartsFormat.write("banso vault key 1", bytes(cost), salt, signingKey);
    }

    VaultFile with(WrongTries tries) {
        return new VaultFile(cost, salt, wrapped, recoveryKey, recoverable, signingKey, sealingKey, secrets, tries);
    }

    Optional<byte[]> recovery() {
        return recoveryKey.length == 0 ? Optional.empty() : Optional.of(recoveryKey);
    }

    private static byte[] hash(Argon2Cost cost, byte[]... parts) {
        return Hash.sha256(PartsFormat.write(FORMAT, bytes(cost)), PartsFormat.write(FORMAT, parts)).bytes();
    }

    private static byte[] bytes(Argon2Cost cost) {
        return ByteBuffer.allocate(3 * Integer.BYTES).putInt(cost.memoryKiB()).putInt(cost.passes()).putInt(cost.lanes()).array();
    }

    private static Argon2Cost cost(byte[] bytes) throws VaultException {
        if (bytes.length != 3 * Integer.BYTES) {
            throw new VaultException(VaultException.Reason.DAMAGED);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return new Argon2Cost(in.getInt(), in.getInt(), in.getInt());
        } catch (IllegalArgumentException _) {
            throw new VaultException(VaultException.Reason.DAMAGED);
        }
    }
}
