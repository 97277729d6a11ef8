package vn.banso.ledger.batch;

import java.util.Arrays;
import vn.banso.register.values.EntryId;

/** A growing row of bytes; all numbers big-endian, variable ones seven bits at a time, lowest first (LEB128). */
public final class BytesOut {
    private byte[] buffer;
    private int length;

    public BytesOut(int expected) {
        buffer = new byte[Math.max(16, expected)];
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    public BytesOut u8(int value) {
        room(1);
        buffer[length++] = (byte) value;
        return this;
    }

    public BytesOut u32(int value) {
        return u8(value >>> 24).u8(value >>> 16).u8(value >>> 8).u8(value);
    }

    public BytesOut u64(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Unsigned, 1 to 10 bytes. */
    public BytesOut varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
        return this;
    }

    /** Signed: small magnitudes of either sign are short. */
    public BytesOut zigzag(long value) {
        return varint(value << 1 ^ value >> 63);
    }

    public BytesOut id(EntryId id) {
        return u64(id.hi()).u64(id.lo());
    }

    public BytesOut device(DeviceId id) {
        return u64(id.hi()).u64(id.lo());
    }

    public BytesOut bytes(byte[] bytes) {
        return bytes(bytes, 0, bytes.length);
    }

    public BytesOut bytes(byte[] bytes, int from, int count) {
        room(count);
        System.arraycopy(bytes, from, buffer, length, count);
        length += count;
        return this;
    }

    /** The low bytes of a number. */
    public BytesOut low(long value, int count) {
        for (int shift = count * 8 - 8; shift >= 0; shift -= 8) {
            u8((int) (value >>> shift));
        }
        return this;
    }

    /** The length in bytes, then the text. */
    public BytesOut text(String text) {
        if (text.length() * 3 < 0x80) {
            u8(0);
            int from = length;
            utf8(text);
            buffer[from - 1] = (byte) (length - from);
            return this;
        }
        int utf8 = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            utf8 += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return varint(utf8).utf8(text);
    }

    /** Half a surrogate pair is no text: {@link IllegalArgumentException}. */
    public BytesOut utf8(String text) {
        int chars = text.length();
        room(chars * 3);
        byte[] to = buffer;
        int at = length;
        for (int i = 0; i < chars; i++) {
            int c = text.charAt(i);
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | c >> 6);
                to[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                if (Character.isSurrogate((char) c)) {
                    c = pair(text, i++);
                    to[at++] = (byte) (0xF0 | c >> 18);
                    to[at++] = (byte) (0x80 | c >> 12 & 0x3F);
                } else {
                    to[at++] = (byte) (0xE0 | c >> 12);
                }
                to[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        length = at;
        return this;
    }

    private static int pair(String text, int at) {
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException("a text with half a surrogate pair");
        }
        return point;
    }
}
