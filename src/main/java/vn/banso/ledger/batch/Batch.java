package vn.banso.ledger.batch;

/**
 * A sealed run of changes of one feed, never altered afterwards by anyone. The bytes that were signed are kept and forwarded
 * as they are.
 *
 * @param headerBytes as signed
 * @param signature of the author over {@code headerBytes}, 64 bytes
 * @param body compressed, then encrypted
 * @param hash SHA-256 of {@code headerBytes}; the next batch of the feed names it
 */
public record Batch(BatchHeader header, byte[] headerBytes, byte[] signature, byte[] body, Hash hash) {

    /** @throws MalformedException where the bytes are not a header of a version this program can read */
    public static Batch of(byte[] headerBytes, byte[] signature, byte[] body) throws MalformedException {
        return new Batch(HeaderForm.read(headerBytes), headerBytes, signature, body, Hash.sha256(headerBytes));
    }

    public FeedId feed() {
        return header.feed();
    }
}
