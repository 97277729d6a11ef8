package vn.banso.ledger;

import java.util.Arrays;
import vn.banso.register.ScopeId;

/** The bytes of a batch header: what the author signs, 143 bytes for a usual one. */
public final class HeaderForm {
    /**
     * Version 1: version (1 byte), author's public key (32), incarnation (8), scope (8), number (variable, from 1), hash of the
     * batch before (32, left out when the number is 1), schema (variable), key id (8), nonce (12), number of changes, plain
     * length and sealed length (variable), SHA-256 of the sealed body (32). Variable numbers are LEB128 in their shortest
     * form, the rest is big-endian; nothing may follow.
     */
    public static final int VERSION = 1;

    public static final int KEY_LENGTH = 32;
    public static final int NONCE_LENGTH = 12;
    /** What the AEAD adds to a body. */
    public static final int TAG_LENGTH = 16;
    /** No reader takes a body longer than this, sealed or plain, in bytes. */
    public static final int MAX_BODY = 4 << 20;

    private HeaderForm() {}

    /** @throws MalformedException where the bytes are not exactly one header of a version this program can read */
    public static BatchHeader read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        BatchHeader header = read(in);
        in.end();
        return header;
    }

    static BatchHeader read(BytesIn in) throws MalformedException {
        in.version(VERSION, "a batch header");
        byte[] authorKey = in.bytes(KEY_LENGTH);
        long incarnation = in.u64();
        ScopeId scope = new ScopeId(in.u64());
        int number = in.upTo(Integer.MAX_VALUE);
        if (number == 0) {
            throw BytesIn.damaged("batches are numbered from 1");
        }
        Hash previous = number == 1 ? Hash.NONE : in.hash();
        if (number > 1 && previous.equals(Hash.NONE)) {
            throw BytesIn.damaged("a later batch without the one before");
        }
        return new BatchHeader(authorKey, incarnation, scope, number, previous, in.upTo(Integer.MAX_VALUE), in.u64(),
                in.bytes(NONCE_LENGTH), in.upTo(MAX_BODY), in.upTo(MAX_BODY), in.upTo(MAX_BODY), in.hash());
    }

    /** A header that {@link #read} would not take is a programming error: {@link IllegalArgumentException}. */
    public static byte[] write(BatchHeader h) {
        if (h.number() < 1 || h.number() == 1 != Arrays.equals(h.previous().bytes(), Hash.NONE.bytes())
                || h.authorKey().length != KEY_LENGTH || h.nonce().length != NONCE_LENGTH
                || h.schema() < 0 || !bodySize(h.changes()) || !bodySize(h.plainLength()) || !bodySize(h.sealedLength())) {
            throw new IllegalArgumentException("not a batch header");
        }
        BytesOut out = new BytesOut(160);
        out.u8(VERSION).bytes(h.authorKey()).u64(h.incarnation()).u64(h.scope().value()).varint(h.number());
        if (h.number() > 1) {
            out.bytes(h.previous().bytes());
        }
        return out.varint(h.schema()).u64(h.keyId()).bytes(h.nonce()).varint(h.changes()).varint(h.plainLength())
                .varint(h.sealedLength()).bytes(h.bodyHash().bytes()).toBytes();
    }

    private static boolean bodySize(int size) {
        return size >= 0 && size <= MAX_BODY;
    }
}
