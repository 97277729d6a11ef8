package vn.banso.store.pages;

import java.nio.ByteBuffer;

/** SQLite's numbers of one to nine bytes: seven bits each, the highest first, eight in the ninth. */
final class VarInt {
    private VarInt() {}

    static long read(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = bytes.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | bytes.get() & 0xff;
    }
}
