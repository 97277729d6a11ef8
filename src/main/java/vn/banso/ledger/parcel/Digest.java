package vn.banso.ledger.parcel;

import java.nio.ByteBuffer;
import vn.banso.ledger.batch.Hash;

/** The first 16 bytes of a SHA-256 value: enough to notice that two nodes hold something else, and half as long on the wire. */
public record Digest(long hi, long lo) {

    static Digest of(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(Hash.sha256(bytes).bytes());
        return new Digest(hash.getLong(), hash.getLong());
    }
}
