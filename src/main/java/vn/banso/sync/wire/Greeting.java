package vn.banso.sync.wire;

/**
 * What a peer says first.
 *
 * @param nonce 16 bytes that the caller signs, so that nobody can repeat the exchange later in its name; empty for a folder
 * @param nodeKey the public signing key of the node that answers; empty for a folder
 * @param incarnation changes when the node was restored or replaced
 * @param maxParcelBytes the longest parcel it takes in one round
 */
public record Greeting(byte[] nonce, byte[] nodeKey, long incarnation, int maxParcelBytes) {}
