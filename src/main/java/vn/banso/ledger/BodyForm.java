package vn.banso.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import vn.banso.ledger.MalformedException.Reason;

/**
 * The body of a batch before it is sealed: changes, compressed. The author is not in it: the header names the author of all
 * of them.
 */
public final class BodyForm {
    /** Version 1 of the body, the first byte of {@link Packed#bytes}. */
    public static final int VERSION = 1;
    /** A sealed body is kept to about this many bytes: it is the unit that is sent again after a cut. */
    public static final int GOAL = 64 << 10;

    /**
     * Ready to be sealed.
     *
     * @param bytes what goes into the AEAD
     * @param plainLength for {@link BatchHeader#plainLength}
     */
    public record Packed(byte[] bytes, int plainLength) {}

    private BodyForm() {}

    /** @param changes all of one author */
    public static Packed pack(List<Change> changes) {
        BytesOut out = new BytesOut(256 * changes.size());
        for (Change change : changes) {
            byte[] bytes = ChangeForm.write(change);
            out.varint(bytes.length).bytes(bytes);
        }
        byte[] plain = out.toBytes();
        Deflater deflater = new Deflater(6, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 64];
        packed[0] = VERSION;
        int length = deflater.deflate(packed, 1, packed.length - 1);
        deflater.end();
        return new Packed(Arrays.copyOf(packed, length + 1), plain.length);
    }

    /** How many of these changes, from the first on, make one batch: at least one. */
    public static int split(List<Change> changes) {
        return Math.min(changes.size(), 2000);
    }

    /**
     * @param plainLength and {@code count} and {@code author} as the header says
     * @throws MalformedException where the bytes are not exactly that many changes, or of a newer version
     */
    public static List<Change> read(byte[] packed, int plainLength, int count, DeviceId author) throws MalformedException {
        if (plainLength > HeaderForm.MAX_BODY) {
            throw new MalformedException(Reason.TOO_LARGE, "a body that is too large");
        }
        new BytesIn(packed).version(VERSION, "a body");
        byte[] plain = new byte[plainLength];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            if (inflater.inflate(plain) != plainLength) {
                throw BytesIn.damaged("a short body");
            }
        } catch (DataFormatException e) {
            throw BytesIn.damaged("not compressed");
        } finally {
            inflater.end();
        }
        BytesIn in = new BytesIn(plain);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(ChangeForm.read(in.bytes(in.count(1))));
        }
        in.end();
        return changes;
    }
}
