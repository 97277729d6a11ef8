package vn.banso.sync.wire;

import java.nio.ByteBuffer;
import vn.banso.ledger.batch.MalformedException;

/**
 * The bytes of a {@link Greeting}, 63 of them with a nonce and a key: version u8 = 1, nonce (length u8, bytes), node key (length
 * u8, bytes), incarnation i64, longest parcel i32, big-endian. Bytes after these are left for later versions and not looked at.
 */
public final class HelloForm {
    private static final int VERSION = 1;
    private static final int FIXED = 1 + 1 + 1 + Long.BYTES + Integer.BYTES;

    private HelloForm() {}

    public static byte[] write(Greeting greeting) {
        return ByteBuffer.allocate(FIXED + greeting.nonce().length + greeting.nodeKey().length)
                .put((byte) VERSION)
                .put((byte) greeting.nonce().length).put(greeting.nonce())
                .put((byte) greeting.nodeKey().length).put(greeting.nodeKey())
                .putLong(greeting.incarnation())
                .putInt(greeting.maxParcelBytes())
                .array();
    }

    public static Greeting read(byte[] bytes) throws MalformedException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < FIXED) {
            throw new MalformedException(MalformedException.Reason.DAMAGED, "a greeting of " + bytes.length + " bytes");
        }
        int version = in.get();
        if (version != VERSION) {
            throw new MalformedException(MalformedException.Reason.NEWER_FORMAT, "greeting version " + version);
        }
        byte[] nonce = take(in);
        byte[] nodeKey = take(in);
        if (in.remaining() < Long.BYTES + Integer.BYTES) {
            throw new MalformedException(MalformedException.Reason.DAMAGED, "a greeting cut short");
        }
        return new Greeting(nonce, nodeKey, in.getLong(), in.getInt());
    }

    private static byte[] take(ByteBuffer in) throws MalformedException {
        int length = in.hasRemaining() ? Byte.toUnsignedInt(in.get()) : 0;
        if (length > in.remaining()) {
            throw new MalformedException(MalformedException.Reason.DAMAGED, "a greeting cut short");
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
