package vn.banso.ledger.body;

import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;

/** Numbers of words: the commonest in one byte, the others in two, and what is beyond in more. */
public final class Tokens {
    static final int ONE_BYTE = 224;
    private static final int TWO_BYTES = ONE_BYTE + (0xFF - ONE_BYTE) * 256;

    private Tokens() {}

    public static void write(BytesOut out, int token) {
        if (token < ONE_BYTE) {
            out.u8(token);
        } else if (token < TWO_BYTES) {
            out.u8(ONE_BYTE + (token - ONE_BYTE >> 8)).u8(token - ONE_BYTE);
        } else {
            out.u8(0xFF).varint(token - TWO_BYTES);
        }
    }

    static int read(BytesIn in) throws MalformedException {
        int first = in.u8();
        return first < ONE_BYTE ? first
                : first < 0xFF ? ONE_BYTE + (first - ONE_BYTE << 8 | in.u8())
                : TWO_BYTES + in.upTo(HeaderForm.MAX_BODY);
    }
}
