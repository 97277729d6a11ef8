package vn.banso.ledger.batch;

import java.util.Arrays;
import java.util.List;
import vn.banso.register.values.ScopeId;

/**
 * What everybody may know of a batch, relays that cannot read it included. Signed as the exact bytes of
 * {@link HeaderForm}.
 *
 * @param authorKey the device's public signing key, 32 bytes
 * @param number 1, 2, 3 … within the feed
 * @param previous hash of the batch before, {@link Hash#NONE} for the first
 * @param schema catalogue version of the author
 * @param keyId which of the scope's keys sealed the body
 * @param nonce 12 bytes of the AEAD, which follow from the changes: trust says how
 * @param changes how many changes the body holds
 * @param plainLength length of the body before sealing and compressing, in bytes; a limit for whoever opens it
 * @param bodyHash of the sealed body
 * @param closes earlier feeds of the same device in the same scope that go on no more
 */
public record BatchHeader(byte[] authorKey, long incarnation, ScopeId scope, int number, Hash previous, int schema,
                          long keyId, byte[] nonce, int changes, int plainLength, int sealedLength, Hash bodyHash, List<Closing> closes) {

    /** Where an earlier feed ends: what came after that was lost to its author, and does not count where it turns up. */
    public record Closing(long incarnation, int number, Hash end) {}

    /** One that closes nothing. */
    public BatchHeader(byte[] authorKey, long incarnation, ScopeId scope, int number, Hash previous, int schema, long keyId, byte[] nonce,
                       int changes, int plainLength, int sealedLength, Hash bodyHash) {
        this(authorKey, incarnation, scope, number, previous, schema, keyId, nonce, changes, plainLength, sealedLength, bodyHash, List.of());
    }

    public DeviceId author() {
        return DeviceId.ofKey(authorKey);
    }

    public FeedId feed() {
        return new FeedId(author(), incarnation, scope);
    }

    /** Whether both are of one feed; cheaper than comparing {@link #feed}, which hashes the key. */
    public boolean sameFeed(BatchHeader other) {
        return incarnation == other.incarnation && scope.equals(other.scope) && Arrays.equals(authorKey, other.authorKey);
    }
}
