package vn.banso.ledger;

import java.util.Comparator;
import java.util.List;
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
    /** No body has more changes. */
    public static final int MOST_CHANGES = 1 << 16;
    /** No body unfolds to more values, words and characters, all counted together. */
    static final int MOST_VALUES = 1 << 23;

    /**
     * Ready to be sealed.
     *
     * @param bytes what goes into the AEAD
     * @param plainLength for {@link BatchHeader#plainLength}
     */
    public record Packed(byte[] bytes, int plainLength) {}

    private BodyForm() {}

    /** @param changes all of one author, at least one */
    public static Packed pack(List<Change> changes) {
        List<Change> sorted = changes.stream().sorted(Comparator.comparing(Change::stamp)).toList();
        BodyWriter.Halves halves = BodyWriter.write(sorted);
        byte[] packed = Squeeze.deflate(halves.cbor(), 9);
        byte[] random = halves.random();
        return new Packed(new BytesOut(packed.length + random.length + 4).u8(VERSION).varint(random.length).bytes(random).bytes(packed)
                .toBytes(), halves.cbor().length);
    }

    /** How many of these changes, from the first on, make one batch: at least one. */
    public static int split(List<Change> changes) {
        return Math.min(changes.size(), 2000);
    }

    /**
     * @param plainLength and {@code count} and {@code author} as the header says
     * @return the changes, rising by stamp
     * @throws MalformedException where the bytes are not exactly that many changes, or of a newer version
     */
    public static List<Change> read(byte[] packed, int plainLength, int count, DeviceId author) throws MalformedException {
        BytesIn in = new BytesIn(packed);
        in.version(VERSION, "a body");
        byte[] random = in.bytes(in.count(1));
        List<Change> changes = BodyReader.read(Squeeze.inflate(packed, in.at(), plainLength), random, author);
        if (changes.size() != count) {
            throw new MalformedException(Reason.DAMAGED, "a body with another number of changes");
        }
        changes.sort(Comparator.comparing(Change::stamp));
        return changes;
    }
}
