package vn.banso.ledger;

import java.util.Arrays;
import vn.banso.register.ScopeId;

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
 */
public record BatchHeader(byte[] authorKey, long incarnation, ScopeId scope, int number, Hash previous, int schema,
                          long keyId, byte[] nonce, int changes, int plainLength, int sealedLength, Hash bodyHash) {

    public DeviceId author() {
        return DeviceId.ofKey(authorKey);
    }

    public FeedId feed() {
        return new FeedId(author(), incarnation, scope);
    }

    /** Whether both are of one feed; cheaper than comparing {@link #feed}, which hashes the key. */
    boolean sameFeed(BatchHeader other) {
        return incarnation == other.incarnation && scope.equals(other.scope) && Arrays.equals(authorKey, other.authorKey);
    }
}
