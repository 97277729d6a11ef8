package vn.banso.ledger.batch;

import vn.banso.register.values.EntryId;

/** A device: the first 128 bits of SHA-256 over its public signing key, written as 32 hexadecimal digits. */
public record DeviceId(long hi, long lo) implements Comparable<DeviceId> {

    /** @param publicKey the raw 32 bytes of an Ed25519 public key */
    public static DeviceId ofKey(byte[] publicKey) {
        return of(Hash.sha256(publicKey).bytes());
    }

    /** The first 16 bytes, big-endian. */
    public static DeviceId of(byte[] bytes) {
        EntryId id = EntryId.of(bytes);
        return new DeviceId(id.hi(), id.lo());
    }

    public static DeviceId parse(String hex) {
        EntryId id = EntryId.parse(hex);
        return new DeviceId(id.hi(), id.lo());
    }

    public byte[] bytes() {
        return new EntryId(hi, lo).bytes();
    }

    @Override
    public int compareTo(DeviceId other) {
        return new EntryId(hi, lo).compareTo(new EntryId(other.hi, other.lo));
    }

    @Override
    public String toString() {
        return new EntryId(hi, lo).toString();
    }
}
