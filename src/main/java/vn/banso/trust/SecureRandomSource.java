package vn.banso.trust;

import java.security.SecureRandom;

/** The strong source of chance of this room. */
final class SecureRandomSource {
    private static final SecureRandom SOURCE = new SecureRandom();

    private SecureRandomSource() {}

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    static SecureRandom source() {
        return SOURCE;
    }
}
