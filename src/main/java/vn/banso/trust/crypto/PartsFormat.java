package vn.banso.trust.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.batch.MalformedException;

/**
 * The one binary layout of this room's files: an ASCII name of the format with its version, a zero byte, then each part as a
 * length (32 bits, big-endian) and its bytes, until the end. Different lists of parts never give the same bytes, so signatures
 * and bindings are computed over it too.
 */
public final class PartsFormat {
    private static final int LONGEST = 16 << 20;

    private PartsFormat() {}

    public static byte[] write(String format, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(format.getBytes(StandardCharsets.US_ASCII));
        out.write(0);
        for (byte[] part : parts) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param format a name that ends in its version number
     * @throws MalformedException {@code NEWER_FORMAT} where only the version differs, {@code NOT_A_PARCEL} where it is
     *     something else, {@code DAMAGED} where it breaks off or has another number of parts
     */
    public static List<byte[]> read(String format, int count, byte[] bytes) throws MalformedException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        checkFormat(format, in);
        List<byte[]> parts = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                int length = in.getInt();
                if (length < 0 || length > Math.min(LONGEST, in.remaining()) || parts.size() == count) {
                    throw damaged();
                }
                byte[] part = new byte[length];
                in.get(part);
                parts.add(part);
            }
        } catch (BufferUnderflowException _) {
            throw damaged();
        }
        if (parts.size() != count) {
            throw damaged();
        }
        return parts;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static MalformedException damaged() {
        return new MalformedException(MalformedException.Reason.DAMAGED, "the file breaks off or was altered");
    }

    private static void checkFormat(String format, ByteBuffer in) throws MalformedException {
        StringBuilder found = new StringBuilder();
        int most = format.length() + 4;
        byte next = 0;
        while (in.hasRemaining() && found.length() <= most && (next = in.get()) != 0) {
            found.append((char) (next & 0xff));
        }
        if (found.toString().equals(format) && next == 0) {
            return;
        }
        String family = format.substring(0, format.lastIndexOf(' ') + 1);
        boolean sameFamily = found.toString().startsWith(family) && found.substring(family.length()).matches("\\d+");
        if (sameFamily && next != 0) {
            throw damaged();
        }
        throw sameFamily
                ? new MalformedException(MalformedException.Reason.NEWER_FORMAT, "written by a newer version: " + found)
                : new MalformedException(MalformedException.Reason.NOT_A_PARCEL, "not a file of the kind " + format);
    }
}
