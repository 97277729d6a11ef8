package vn.banso.trust.governance;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import vn.banso.trust.crypto.DeviceKeys;

/** A public key: 32 bytes, compared by value. */
public record Key(byte[] bytes) {
    public Key {
        if (bytes.length != DeviceKeys.PUBLIC_KEY) {
            throw new IllegalArgumentException("a public key has " + DeviceKeys.PUBLIC_KEY + " bytes");
        }
    }

    /** Empty for any other number of bytes. */
    static Optional<Key> of(byte[] bytes) {
        return bytes.length == DeviceKeys.PUBLIC_KEY ? Optional.of(new Key(bytes)) : Optional.empty();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Key k && Arrays.equals(bytes, k.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
