package vn.banso.trust.crypto;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.ScopeId;

/**
 * What the batches of a scope are sealed under, from one epoch on.
 *
 * @param epoch 1, 2, 3 …: raised whenever somebody may not read on
 * @param keyId the first 64 bits of a hash of the key, so that one name never stands for two keys
 * @param key 32 bytes, never shown
 */
public record ScopeKey(ScopeId scope, int epoch, long keyId, byte[] key) {
    /** The newest last. Two officers may begin the same epoch without knowing of each other; both keys are kept. */
    static final Comparator<ScopeKey> OLDEST_FIRST =
            Comparator.comparingInt(ScopeKey::epoch).thenComparing(ScopeKey::keyId, Long::compareUnsigned);
    private static final String PURPOSE = "banso scope key 1";

    public ScopeKey {
        if (key.length != Aead.KEY || keyId != idOf(key)) {
            throw new IllegalArgumentException("not a scope key, or not the one of this id");
        }
    }

    /** A new key drawn by chance. */
    public static ScopeKey fresh(ScopeId scope, int epoch) {
        return of(scope, epoch, SecureRandomSource.bytes(Aead.KEY));
    }

    public static ScopeKey of(ScopeId scope, int epoch, byte[] key) {
        return new ScopeKey(scope, epoch, idOf(key), key.clone());
    }

    /** Sealed to a device. */
    public byte[] sealTo(byte[] sealingKey) {
        return Hpke.seal(sealingKey, PURPOSE, binding(scope, epoch, keyId), key);
    }

    /** Empty where it was not sealed to this device, or is not the key of that scope, epoch and id. */
    public static Optional<ScopeKey> open(DeviceKeys device, ScopeId scope, int epoch, long keyId, byte[] sealed) {
        return device.openSealed(PURPOSE, binding(scope, epoch, keyId), sealed)
                .filter(key -> key.length == Aead.KEY && idOf(key) == keyId)
                .map(key -> new ScopeKey(scope, epoch, keyId, key));
    }

    private static byte[] binding(ScopeId scope, int epoch, long keyId) {
        return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES).putLong(scope.value()).putInt(epoch).putLong(keyId).array();
    }

    private static long idOf(byte[] key) {
        return ByteBuffer.wrap(Hash.sha256(PartsFormat.write("banso scope key id 1", key)).bytes()).getLong();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ScopeKey k && k.scope.equals(scope) && k.epoch == epoch && k.keyId == keyId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(keyId);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "key %016x of scope %s, epoch %d", keyId, scope, epoch);
    }
}
