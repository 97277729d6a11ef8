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
    private static final int SAMPLE = 1_000;
    /** However well they compress: opening a batch stays a short piece of work. */
    private static final int MOST_IN_ONE = 1 << 14;
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

    /**
     * Lays out and compresses.
     *
     * @param changes all of one author, no more than {@link #split} says; none where an erasure left none
     */
    public static Packed pack(List<Change> changes) {
        if (changes.size() > MOST_CHANGES) {
            throw new IllegalArgumentException("a batch has at most " + MOST_CHANGES + " changes");
        }
        List<Change> sorted = changes.stream().sorted(Comparator.comparing(Change::stamp)).toList();
        BodyWriter.Halves halves = BodyWriter.write(sorted);
        byte[] random = halves.random();
        byte[] packed = Squeeze.deflate(halves.cbor());
        byte[] bytes = new BytesOut(packed.length + random.length + 8).u8(VERSION).varint(random.length).bytes(random)
                .bytes(packed).toBytes();
        if (halves.cbor().length > HeaderForm.MAX_BODY || bytes.length > HeaderForm.MAX_BODY - HeaderForm.TAG_LENGTH) {
            throw new IllegalArgumentException("more than a batch can hold");
        }
        return new Packed(bytes, halves.cbor().length);
    }

    /**
     * How many of these changes, from the first on, make one batch of about {@link #GOAL} bytes, sealed: at least one, however
     * large it is.
     */
    public static int split(List<Change> changes) {
        int count = Math.min(changes.size(), SAMPLE);
        int size = pack(changes.subList(0, count)).bytes().length;
        while (count < changes.size() && count < MOST_IN_ONE && size < GOAL * 9 / 10) {
            // What comes later packs a little better than what came first, so the guess is on the safe side.
            int more = (int) Math.min(Math.min(changes.size(), MOST_IN_ONE), (long) count * GOAL * 19 / 20 / size);
            if (more <= count) {
                break;
            }
            count = more;
            size = pack(changes.subList(0, count)).bytes().length;
        }
        while (count > 1 && size > GOAL) {
            count = Math.max(1, (int) Math.min(count - 1, (long) count * GOAL * 9 / 10 / size));
            size = pack(changes.subList(0, count)).bytes().length;
        }
        return count;
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
        if (count > MOST_CHANGES) {
            throw new MalformedException(Reason.TOO_LARGE, "more changes than a batch may hold");
        }
        return BodyReader.read(Squeeze.inflate(packed, in.at(), plainLength), random, count, author);
    }
}
