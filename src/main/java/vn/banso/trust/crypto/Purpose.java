package vn.banso.trust.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a signature is for. Its name and a zero byte stand before the signed bytes, so that a signature given for one purpose is
 * worth nothing for another: a receipt can never pass as a batch.
 */
public enum Purpose {
    /** Over the exact header bytes of a batch. */
    BATCH,
    /** Over the exact bytes of a receipt. */
    RECEIPT,
    /** Over the nonce of the node that is called, and the digest of the parcel. */
    CALL,
    /** Over the nonce that was called with, the digest of that parcel, and the digest of the answer. */
    ANSWER,
    /** Over the digest of a parcel that lay in a folder, and who answers it. */
    LETTER,
    /** Over the body of an enrolment request. */
    REQUEST,
    /** Over the body of a welcome. */
    WELCOME,
    /** Over the body of a redaction. */
    REDACTION,
    /** Over the body of a recovery request, by its one-time key. */
    RECOVERY;

    private final byte[] prefix =
            ("banso " + name().toLowerCase(Locale.ROOT) + " 1\0").getBytes(StandardCharsets.US_ASCII);

    byte[] before(byte[] bytes) {
        byte[] all = Arrays.copyOf(prefix, prefix.length + bytes.length);
        System.arraycopy(bytes, 0, all, prefix.length, bytes.length);
        return all;
    }
}
