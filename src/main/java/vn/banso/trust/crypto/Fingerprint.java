package vn.banso.trust.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import vn.banso.ledger.batch.Hash;

/**
 * A public key as two people compare it over the phone: {@code 7K2M-…}, four groups of four letters and digits, the first 80
 * bits of its SHA-256. The letters I, L, O and U, which are misheard or misread, do not occur.
 */
public final class Fingerprint {
    public static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_LETTER = 5;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private Fingerprint() {}

    public static String of(byte[] publicKey) {
        BigInteger left = new BigInteger(1, Arrays.copyOf(Hash.sha256(publicKey).bytes(), LENGTH * BITS_PER_LETTER / Byte.SIZE));
        StringBuilder text = new StringBuilder();
        for (int at = LENGTH - 1; at >= 0; at--) {
            text.append(LETTERS.charAt(left.shiftRight(at * BITS_PER_LETTER).intValue() & LETTERS.length() - 1));
            if (at > 0 && at % GROUP == 0) {
                text.append('-');
            }
        }
        return text.toString();
    }
}
