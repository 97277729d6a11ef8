package vn.banso.register.values;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of an entry for ever: 128 bits, written as 32 lower-case hexadecimal digits.
 *
 * <p>Fresh ids come from {@link FreshIds}; entries with a natural key (an attendance is one session and one person) get
 * a {@linkplain #derived derived} id, so that two laptops writing the same fact write the same entry.
 */
public record EntryId(long hi, long lo) implements Comparable<EntryId> {
    private static final HexFormat HEX = HexFormat.of();
    private static final MessageDigest SHA_256 = lookUp();

    /** Reads what {@link #toString} wrote; throws {@link IllegalArgumentException} on anything else. */
    public static EntryId parse(String hex) {
        if (hex.length() != 32 || !isLowerHex(hex)) {
            throw new IllegalArgumentException("not an entry id: 32 hexadecimal digits are expected");
        }
        return new EntryId(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    /** The id that any node computes for the same natural key: SHA-256 over the purpose and the parts, cut to 128 bits. */
    public static EntryId derived(String purpose, EntryId... parts) {
        MessageDigest digest = sha256();
        digest.update(purpose.getBytes(StandardCharsets.UTF_8));
        for (EntryId part : parts) {
            digest.update((byte) '/');
            digest.update(part.bytes());
        }
        return of(digest.digest());
    }

    /** The first 16 bytes, big-endian. */
    public static EntryId of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new EntryId(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(hi).putLong(lo).array();
    }

    @Override
    public int compareTo(EntryId other) {
        int high = Long.compareUnsigned(hi, other.hi);
        return high != 0 ? high : Long.compareUnsigned(lo, other.lo);
    }

    @Override
    public String toString() {
        return HEX.toHexDigits(hi) + HEX.toHexDigits(lo);
    }

    static boolean isLowerHex(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** A fresh digest; a copy is made faster than a new one is looked up. */
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
