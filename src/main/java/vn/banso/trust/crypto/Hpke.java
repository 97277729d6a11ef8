package vn.banso.trust.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Seals to somebody's public key: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The
 * encapsulated key (32 bytes) stands before the sealed text (its length + 16 bytes).
 */
public final class Hpke {
    /** What sealing adds, in bytes. */
    public static final int OVERHEAD = 32 + 16;
    private static final int ENCAPSULATED = 32;
    private static final byte[] NONE = new byte[0];

    private Hpke() {}

    /**
     * @param recipient raw X25519 public key, 32 bytes
     * @param purpose what the text is for; opening it for another purpose fails
     * @param boundTo further bytes that must be the same when it is opened
     * @throws IllegalArgumentException where the public key is none, or one that yields no secret
     */
    public static byte[] seal(byte[] recipient, String purpose, byte[] boundTo, byte[] plain) {
        HPKE hpke = suite();
        try {
            byte[][] sealed = hpke.seal(hpke.deserializePublicKey(recipient), PartsFormat.text(purpose), boundTo, plain, NONE, NONE,
                    null);
            byte[] all = Arrays.copyOf(sealed[1], ENCAPSULATED + sealed[0].length);
            System.arraycopy(sealed[0], 0, all, ENCAPSULATED, sealed[0].length);
            return all;
        } catch (InvalidCipherTextException | IllegalStateException e) {
            throw new IllegalArgumentException("not a public key that can be sealed to", e);
        }
    }

    /** Whether anything can be sealed to these bytes. */
    public static boolean isRecipient(byte[] publicKey) {
        byte[] shared = new byte[X25519.POINT_SIZE];
        return publicKey.length == X25519.POINT_SIZE
                && X25519.calculateAgreement(SecureRandomSource.bytes(X25519.SCALAR_SIZE), 0, publicKey, 0, shared, 0);
    }

    static Optional<byte[]> open(byte[] secretKey, byte[] publicKey, String purpose, byte[] boundTo, byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        HPKE hpke = suite();
        byte[] encapsulated = Arrays.copyOf(sealed, ENCAPSULATED);
        byte[] text = Arrays.copyOfRange(sealed, ENCAPSULATED, sealed.length);
        try {
            return Optional.of(hpke.open(encapsulated, hpke.deserializePrivateKey(secretKey, publicKey), PartsFormat.text(purpose),
                    boundTo, text, NONE, NONE, null));
        } catch (InvalidCipherTextException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
