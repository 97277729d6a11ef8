package vn.banso.trust.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not rest in clear, row by row: AES-256-GCM, bound to the row it belongs to, so that it cannot be put
 * elsewhere. A sealed row is 12 bytes of nonce, the text, and 16 bytes of tag. Made for thousands of rows a second; safe for
 * several threads.
 *
 * <p>The nonce is eight bytes drawn by chance per thread and a counter of four: under one key, 2³² nonces from each of a
 * million threads meet with a probability below 2⁻²⁴.
 */
public final class RowSeal {
    /** What sealing adds, in bytes. */
    public static final int OVERHEAD = Aead.NONCE + Aead.TAG;

    private final SecretKeySpec key;
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

    public RowSeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Under a key drawn by chance, gone with the object: for temporary rows and tests. */
    public static RowSeal fresh() {
        return new RowSeal(SecureRandomSource.bytes(Aead.KEY));
    }

    /** @param boundTo names the row, such as the bytes of scope and entry id */
    public byte[] seal(byte[] plain, byte[] boundTo) {
        return desks.get().seal(plain, boundTo);
    }

    /** @throws BrokenSealException where the row is not what was sealed for {@code boundTo} */
    public byte[] open(byte[] sealed, byte[] boundTo) {
        if (sealed.length < OVERHEAD) {
            throw new BrokenSealException();
        }
        return desks.get().open(sealed, boundTo);
    }

    @Override
    public String toString() {
        return "row seal";
    }

    /** The ciphers of one thread; making one costs more than sealing with it. */
    private final class Desk {
        private final Cipher sealer = cipher();
        private final Cipher opener = cipher();
        private final byte[] nonce = new byte[Aead.NONCE];
        private int used;

        private Desk() {
            System.arraycopy(SecureRandomSource.bytes(Long.BYTES), 0, nonce, 0, Long.BYTES);
        }

        byte[] seal(byte[] plain, byte[] boundTo) {
            if (++used == 0) {
                System.arraycopy(SecureRandomSource.bytes(Long.BYTES), 0, nonce, 0, Long.BYTES);
            }
            ByteBuffer.wrap(nonce).putInt(Long.BYTES, used);
            byte[] sealed = new byte[OVERHEAD + plain.length];
            System.arraycopy(nonce, 0, sealed, 0, Aead.NONCE);
            try {
                sealer.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(Aead.TAG * Byte.SIZE, nonce));
                sealer.updateAAD(boundTo);
                sealer.doFinal(plain, 0, plain.length, sealed, Aead.NONCE);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK seals with AES-GCM", e);
            }
            return sealed;
        }

        byte[] open(byte[] sealed, byte[] boundTo) {
            try {
                opener.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(Aead.TAG * Byte.SIZE, sealed, 0, Aead.NONCE));
                opener.updateAAD(boundTo);
                return opener.doFinal(sealed, Aead.NONCE, sealed.length - Aead.NONCE);
            } catch (AEADBadTagException _) {
                throw new BrokenSealException();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK opens AES-GCM", e);
            }
        }

        private static Cipher cipher() {
            try {
                return Aead.cipher();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-GCM", e);
            }
        }
    }
}
