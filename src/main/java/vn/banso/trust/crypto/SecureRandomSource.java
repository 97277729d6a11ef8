package vn.banso.trust.crypto;

import java.security.SecureRandom;

/** The strong source of chance of this room. */
public final class SecureRandomSource {
    private static final SecureRandom SOURCE = new SecureRandom();

    private SecureRandomSource() {}

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    public static SecureRandom source() {
        return SOURCE;
    }
}
