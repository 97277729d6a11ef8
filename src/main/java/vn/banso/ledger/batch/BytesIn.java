package vn.banso.ledger.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.register.values.EntryId;

/** Reads what {@link BytesOut} wrote, and nothing else: one value has one form. */
public final class BytesIn {
    private final byte[] bytes;
    private final int end;
    private int at;

    public BytesIn(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public BytesIn(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    public int at() {
        return at;
    }

    public int left() {
        return end - at;
    }

    /** To be called last: there must be nothing behind. */
    public void end() throws MalformedException {
        if (at != end) {
            throw damaged("bytes behind the end");
        }
    }

    /** The version byte that every form starts with. */
    public void version(int known, String form) throws MalformedException {
        int version = u8();
        if (version == 0) {
            throw damaged(form + " without a version");
        }
        if (version > known) {
            throw new MalformedException(Reason.NEWER_FORMAT, form + " of version " + version);
        }
    }

    public static MalformedException damaged(String what) {
        return new MalformedException(Reason.DAMAGED, what);
    }

    private void need(int count) throws MalformedException {
        if (count < 0 || count > end - at) {
            throw damaged("too short");
        }
    }

    public int u8() throws MalformedException {
        need(1);
        return bytes[at++] & 0xFF;
    }

    /** One byte, 0 or 1. */
    public boolean flag() throws MalformedException {
        int value = u8();
        if (value > 1) {
            throw damaged("neither yes nor no");
        }
        return value == 1;
    }

    int u32() throws MalformedException {
        need(4);
        return u8() << 24 | u8() << 16 | u8() << 8 | u8();
    }

    public long u64() throws MalformedException {
        need(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }

    public long varint() throws MalformedException {
        need(1);
        byte b = bytes[at++];
        if (b >= 0) {
            return b;
        }
        long value = b & 0x7F;
        for (int shift = 7; shift < 64; shift += 7) {
            need(1);
            b = bytes[at++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                if (b == 0 || shift == 63 && b > 1) {
                    throw damaged("a number in a longer form than needed");
                }
                return value;
            }
        }
        throw damaged("a number without end");
    }

    public long zigzag() throws MalformedException {
        long coded = varint();
        return coded >>> 1 ^ -(coded & 1);
    }

    /** A number from 0 to the limit; {@link Reason#TOO_LARGE} beyond. */
    public int upTo(int limit) throws MalformedException {
        long value = varint();
        if (value < 0 || value > limit) {
            throw new MalformedException(Reason.TOO_LARGE, "a number above " + limit);
        }
        return (int) value;
    }

    /** How many things follow, each at least that many bytes long: never more than can be there. */
    public int count(int leastBytes) throws MalformedException {
        long value = varint();
        if (value < 0 || value > left() / leastBytes) {
            throw damaged("more things announced than bytes are left");
        }
        return (int) value;
    }

    public EntryId id() throws MalformedException {
        return new EntryId(u64(), u64());
    }

    public DeviceId device() throws MalformedException {
        return new DeviceId(u64(), u64());
    }

    public Hash hash() throws MalformedException {
        return new Hash(bytes(Hash.LENGTH));
    }

    public byte[] bytes(int count) throws MalformedException {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    void skip(int count) throws MalformedException {
        need(count);
        at += count;
    }

    /** The low bytes of a number. */
    public long low(int count) throws MalformedException {
        need(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }

    public String text() throws MalformedException {
        return utf8(count(1));
    }

    public String utf8(int length) throws MalformedException {
        need(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        // The JDK puts this mark in place of bytes that are no UTF-8; a text that really has it is its own proof.
        if (text.indexOf('\uFFFD') >= 0
                && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, at, at + length))) {
            throw damaged("not UTF-8");
        }
        at += length;
        return text;
    }
}
