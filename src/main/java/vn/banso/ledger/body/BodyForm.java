package vn.banso.ledger.body;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.ledger.change.Change;

/**
 * The body of a batch before it is sealed: changes, compressed. The author is not in it: the header names the author of all
 * of them.
 */
public final class BodyForm {
    /**
     * Version 1: version (1 byte), how long the random half is (variable), the random half, and the other half as raw deflate
     * with the preset dictionary {@code body-1.dict}. That half is CBOR: an array of the groups (changes of one kind and type)
     * and of six byte streams, one each for numbers, codes, dates, words, longer texts, and the words that {@code words-1.txt} has not.
     * Stamps, entry ids, and then field by field all values of a group stand one after the other in these streams
     * ({@link ColumnCodec}); what nobody can compress, such as id prefixes, the ids of bases and packed digits, stands in the random half.
     * {@code formats.md} tells it to the last byte.
     */
    public static final int VERSION = 1;
    /** A sealed body is kept to about this many bytes: it is the unit that is sent again after a cut. */
    public static final int GOAL = 64 << 10;
    /** No body has more changes. */
    public static final int MOST_CHANGES = 1 << 16;
    private static final int SAMPLE = 1_000;
    /** However well they compress: opening a batch stays a short piece of work. */
    private static final int MOST_IN_ONE = 1 << 14;
    /** No body unfolds to more changes, values, words and characters, all counted together. */
    static final int MOST_UNFOLDED = 1 << 21;
    /** What a group of changes counts. */
    static final int GROUP_UNFOLDED = 256;

    /**
     * Ready to be sealed.
     *
     * @param bytes what goes into the AEAD
     * @param plainLength for {@link vn.banso.ledger.batch.BatchHeader#plainLength}
     */
    public record Packed(byte[] bytes, int plainLength) {}

    private BodyForm() {}

    /**
     * Lays out and compresses.
     *
     * @param changes all of one author, no more than {@link #split} says; none where an erasure left none
     */
    public static Packed pack(List<Change> changes) {
        return tryToPack(changes).orElseThrow(() -> new IllegalArgumentException("more than a batch can hold"));
    }

    /** Empty where a reader would refuse it as too large. */
    public static Optional<Packed> tryToPack(List<Change> changes) {
        if (changes.size() > MOST_CHANGES) {
            return Optional.empty();
        }
        BodyWriter.Halves halves = BodyWriter.write(changes.stream().sorted(Comparator.comparing(Change::stamp)).toList());
        byte[] random = halves.random();
        byte[] deflated = BodyDeflate.deflate(halves.cbor());
        byte[] bytes = new BytesOut(deflated.length + random.length + 8).u8(VERSION).varint(random.length).bytes(random)
                .bytes(deflated).toBytes();
        boolean fits = halves.unfolded() <= MOST_UNFOLDED && halves.cbor().length <= HeaderForm.MAX_BODY
                && bytes.length <= HeaderForm.MAX_BODY - HeaderForm.TAG_LENGTH;
        return fits ? Optional.of(new Packed(bytes, halves.cbor().length)) : Optional.empty();
    }

    /**
     * How many of these changes, from the first on, make one batch of about {@link #GOAL} bytes, sealed: at least one, however
     * large it is, and no more than {@link HeaderForm#mostChanges} however well they compress.
     */
    public static int split(List<Change> changes) {
        int most = Math.min(changes.size(), MOST_IN_ONE);
        int count = Math.min(most, SAMPLE);
        int size = size(changes, count);
        // What comes later packs a little better than what came first, so the guess is on the safe side.
        while (count < most && size < GOAL * 9 / 10) {
            int more = (int) Math.min(most, (long) count * GOAL * 19 / 20 / size);
            if (more <= count) {
                break;
            }
            count = more;
            size = size(changes, count);
        }
        while (count > 1 && size > GOAL) {
            count = Math.max(1, (int) Math.min(count - 1, (long) count * GOAL * 9 / 10 / size));
            size = size(changes, count);
        }
        while (count > HeaderForm.mostChanges(size + HeaderForm.TAG_LENGTH)) {
            count = Math.max(HeaderForm.FEW_CHANGES, count / 2);
            size = size(changes, count);
        }
        return count;
    }

    /** Of the packed body; twice the goal where it cannot be packed at all, so that the next try is with half as many. */
    private static int size(List<Change> changes, int count) {
        return tryToPack(changes.subList(0, count)).map(p -> p.bytes().length).orElse(2 * GOAL);
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
        return BodyReader.read(BodyDeflate.inflate(packed, in.at(), plainLength), random, count, author);
    }
}
