package vn.banso.ledger;

import java.nio.ByteBuffer;

/** The first 16 bytes of a SHA-256 value: enough to notice that two nodes hold something else, and half as long on the wire. */
public record Digest(long hi, long lo) {

    static Digest of(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(Hash.sha256(bytes).bytes());
        return new Digest(hash.getLong(), hash.getLong());
    }
}
