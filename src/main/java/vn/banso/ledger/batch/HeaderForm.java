package vn.banso.ledger.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.register.values.ScopeId;

/** The bytes of a batch header: what the author signs, 143 bytes for a usual one. */
public final class HeaderForm {
    /**
     * Version 1: version (1 byte), author's public key (32), incarnation (8), scope (8), number (variable, from 1), hash of the
     * batch before (32, left out when the number is 1), twice the schema, and one more where feeds are closed (variable), key id (8),
     * nonce (12), number of changes, plain length and sealed length (variable), SHA-256 of the sealed body (32). Where feeds are
     * closed: how many (variable, at least 1), and of each, rising: incarnation (8), number and hash of its end (variable, 32). Variable numbers are LEB128 in their shortest
     * form, the rest is big-endian; nothing may follow.
     */
    public static final int VERSION = 1;

    public static final int KEY_LENGTH = 32;
    public static final int NONCE_LENGTH = 12;
    /** What the AEAD adds to a body. */
    public static final int TAG_LENGTH = 16;
    /** No reader takes a body longer than this, sealed or plain, in bytes. */
    public static final int MAX_BODY = 4 << 20;

    /** However short a body is, it may hold so many changes. */
    public static final int FEW_CHANGES = 256;

    private HeaderForm() {}

    /**
     * No reader takes a batch of more changes: one for each byte that somebody had to send, and a few beside. What a few hundred bytes
     * unfold to stays a few hundred changes.
     */
    public static int mostChanges(int sealedLength) {
        return FEW_CHANGES + sealedLength;
    }

    /** @throws MalformedException where the bytes are not exactly one header of a version this program can read */
    public static BatchHeader read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        BatchHeader header = read(in);
        in.end();
        return header;
    }

    public static BatchHeader read(BytesIn in) throws MalformedException {
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
        int schema = in.upTo(Integer.MAX_VALUE);
        BatchHeader header = new BatchHeader(authorKey, incarnation, scope, number, previous, schema >>> 1, in.u64(), in.bytes(NONCE_LENGTH),
                in.upTo(MAX_BODY), in.upTo(MAX_BODY), in.upTo(MAX_BODY), in.hash(), (schema & 1) == 0 ? List.of() : closes(in, incarnation));
        if (header.changes() > mostChanges(header.sealedLength())) {
            throw new MalformedException(MalformedException.Reason.TOO_LARGE, "more changes than so short a body may hold");
        }
        return header;
    }

    private static List<Closing> closes(BytesIn in, long incarnation) throws MalformedException {
        int count = in.count(41);
        List<Closing> closes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Closing closing = new Closing(in.u64(), in.upTo(Integer.MAX_VALUE), in.hash());
            if (closing.number() == 0 || closing.incarnation() == incarnation
                    || i > 0 && Long.compareUnsigned(closes.getLast().incarnation(), closing.incarnation()) >= 0) {
                throw BytesIn.damaged("feeds closed out of order");
            }
            closes.add(closing);
        }
        if (closes.isEmpty()) {
            throw BytesIn.damaged("no feeds closed");
        }
        return List.copyOf(closes);
    }

    /** A header that {@link #read} would not take is a programming error: {@link IllegalArgumentException}. */
    public static byte[] write(BatchHeader h) {
        if (h.number() < 1 || h.number() == 1 != Arrays.equals(h.previous().bytes(), Hash.NONE.bytes())
                || h.authorKey().length != KEY_LENGTH || h.nonce().length != NONCE_LENGTH
                || h.schema() < 0 || h.schema() > Integer.MAX_VALUE / 2 || !bodySize(h.changes()) || !bodySize(h.plainLength()) || !bodySize(h.sealedLength())
                || h.changes() > mostChanges(h.sealedLength())) {
            throw new IllegalArgumentException("not a batch header");
        }
        BytesOut out = new BytesOut(160);
        out.u8(VERSION).bytes(h.authorKey()).u64(h.incarnation()).u64(h.scope().value()).varint(h.number());
        if (h.number() > 1) {
            out.bytes(h.previous().bytes());
        }
        out.varint(2L * h.schema() + (h.closes().isEmpty() ? 0 : 1)).u64(h.keyId()).bytes(h.nonce()).varint(h.changes())
                .varint(h.plainLength()).varint(h.sealedLength()).bytes(h.bodyHash().bytes());
        if (!h.closes().isEmpty()) {
            out.varint(h.closes().size());
            h.closes().stream().sorted((a, b) -> Long.compareUnsigned(a.incarnation(), b.incarnation()))
                    .forEach(c -> out.u64(c.incarnation()).varint(c.number()).bytes(c.end().bytes()));
        }
        return out.toBytes();
    }

    private static boolean bodySize(int size) {
        return size >= 0 && size <= MAX_BODY;
    }
}
