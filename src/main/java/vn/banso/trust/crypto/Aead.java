package vn.banso.trust.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: 12 bytes of nonce, which must never serve twice under one key, and 16 bytes of tag behind the text. */
public final class Aead {
    public static final int KEY = 32;
    public static final int NONCE = 12;
    static final int TAG = 16;

    /** Looking a cipher up takes longer than sealing a day's work with it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(() -> {
        try {
            return cipher();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    });

    private Aead() {}

    public static byte[] seal(byte[] key, byte[] nonce, byte[] boundTo, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, boundTo).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK seals with AES-GCM", e);
        }
    }

    /** How something is sealed. */
    interface Sealing {
        byte[] seal(byte[] key, byte[] nonce, byte[] boundTo, byte[] plain);
    }

    /**
     * What {@link #seal} made of the same, made once more. The JDK's own guard against a nonce that serves twice would take it for that;
     * so what comes out is used only where it proves to be the very same.
     */
    static byte[] again(byte[] key, byte[] nonce, byte[] boundTo, byte[] plain) {
        try {
            return init(cipher(), Cipher.ENCRYPT_MODE, key, nonce, boundTo).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK seals with AES-GCM", e);
        }
    }

    /** Empty where key, nonce, binding or text are not those that were sealed. */
    public static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] boundTo, byte[] sealed) {
        if (sealed.length < TAG) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, boundTo).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK opens AES-GCM", e);
        }
    }

    static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] boundTo) throws GeneralSecurityException {
        return init(CIPHERS.get(), mode, key, nonce, boundTo);
    }

    private static Cipher init(Cipher cipher, int mode, byte[] key, byte[] nonce, byte[] boundTo) throws GeneralSecurityException {
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(boundTo);
        return cipher;
    }
}
