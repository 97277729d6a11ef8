package vn.banso.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The receiver's half of RFC 9180, base mode, X25519 and HKDF-SHA256, written from the RFC with nothing but the JDK. */
public final class PlainHpke {
    private static final byte[] KEM = "KEM\0\40".getBytes(US_ASCII);
    private static final byte[] NONE = new byte[0];
    private final int keyLength;
    private final byte[] suite;

    private PlainHpke(int keyLength, int aead) {
        this.keyLength = keyLength;
        this.suite = ("HPKE\0\40\0\1\0" + (char) aead).getBytes(US_ASCII);
    }

    public static PlainHpke aes128() {
        return new PlainHpke(16, 1);
    }

    public static PlainHpke aes256() {
        return new PlainHpke(32, 2);
    }

    public byte[] open(byte[] secret, byte[] publicKey, byte[] enc, byte[] info, byte[] aad, byte[] text)
            throws GeneralSecurityException {
        byte[] shared = shared(secret, publicKey, enc);
        byte[] context = join(new byte[1], extract(suite, NONE, "psk_id_hash", NONE), extract(suite, NONE, "info_hash", info));
        byte[] secretKey = extract(suite, shared, "secret", NONE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(expand(suite, secretKey, "key", context, keyLength), "AES"),
                new GCMParameterSpec(128, expand(suite, secretKey, "base_nonce", context, 12)));
        cipher.updateAAD(aad);
        return cipher.doFinal(text);
    }

    public static byte[] shared(byte[] secret, byte[] publicKey, byte[] enc) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("X25519");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
        byte[] bigEndian = enc.clone();
        for (int i = 0; i < enc.length; i++) {
            bigEndian[i] = enc[enc.length - 1 - i];
        }
        bigEndian[0] &= 0x7f;
        agreement.doPhase(factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bigEndian))),
                true);
        byte[] prk = extract(KEM, NONE, "eae_prk", agreement.generateSecret());
        return expand(KEM, prk, "shared_secret", join(enc, publicKey), 32);
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] input) throws GeneralSecurityException {
        return hmac(salt.length == 0 ? new byte[32] : salt,
                join("HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII), input));
    }

    /** One block of HKDF-Expand is enough for everything here. */
    private static byte[] expand(byte[] suite, byte[] prk, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] labelled = join(new byte[] {0, (byte) length}, "HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII),
                info, new byte[] {1});
        return Arrays.copyOf(hmac(prk, labelled), length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
