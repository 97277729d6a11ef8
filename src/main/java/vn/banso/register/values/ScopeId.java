package vn.banso.register.values;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Whose data it is: a commune, or a province's governance. Our own stable number, 64 bits, written as 16 hexadecimal digits;
 * government codes are reused with other meanings and never serve as an identity.
 */
public record ScopeId(long value) implements Comparable<ScopeId> {

    /** The scope of the commune that began with this code in this unit list ({@link vn.banso.register.units.Unit#began}; for example {@code "2025-07-01"}, {@code "05719"}). */
    public static ScopeId commune(String listVersion, String code) {
        return named("commune/" + listVersion + "/" + code);
    }

    /** The scope of a province's grants, revocations and keys. */
    public static ScopeId governance(String listVersion, String province) {
        return named("governance/" + listVersion + "/" + province);
    }

    public static ScopeId parse(String hex) {
        if (hex.length() != 16 || !EntryId.isLowerHex(hex)) {
            throw new IllegalArgumentException("not a scope id: 16 hexadecimal digits are expected");
        }
        return new ScopeId(Long.parseUnsignedLong(hex, 16));
    }

    private static ScopeId named(String name) {
        byte[] digest = EntryId.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return new ScopeId(ByteBuffer.wrap(digest).getLong());
    }

    @Override
    public int compareTo(ScopeId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
