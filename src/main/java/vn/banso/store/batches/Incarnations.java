package vn.banso.store.batches;

import java.nio.ByteBuffer;
import java.util.Arrays;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.parcel.Parcel;

/**
 * Which incarnation of another node is the one that answers now, whatever serials a wrong clock gave another. Over a line it says so itself. In a folder
 * it signs the digest of the parcel that it answers: the one that answered the latest parcel is the current one. Where it was never heard
 * itself, all may count, and the highest serial decides.
 */
public final class Incarnations {
    /** Followed by the id of a node: the incarnation of it that answered last. */
    public static final String ANSWERING = "answering:";
    /** Followed by the id of a node: the number of the parcel before which it is known to have answered. */
    private static final String SINCE = "answering_since:";
    /** The number of the last parcel that was left in a folder, and the digests of the last ones, the earliest first. */
    private static final String LETTERS = "letters";
    private static final int MOST_LETTERS = 64;

    private final Meta meta;
    private final DeviceId self;

    public Incarnations(Meta meta, DeviceId self) {
        this.meta = meta;
        this.self = self;
    }

    /** @return whether another one than before is the current one */
    public boolean answers(DeviceId node, long incarnation) {
        return answers(node, incarnation, last());
    }

    private boolean answers(DeviceId node, long incarnation, long since) {
        if (node.equals(self)) {
            return false;
        }
        if (meta.number(SINCE + node).filter(known -> known == since).isEmpty()) {
            meta.put(SINCE + node, since);
        }
        boolean other = meta.number(ANSWERING + node).filter(known -> known == incarnation).isEmpty();
        if (other) {
            meta.put(ANSWERING + node, incarnation);
        }
        return other;
    }

    /** A parcel like an earlier one is that one: an answer to either proves no more than one to the first. */
    public void wrote(byte[] digest) {
        if (number(digest) == 0) {
            byte[] known = digests();
            byte[] kept = Arrays.copyOfRange(known, Math.max(0, known.length - (MOST_LETTERS - 1) * Parcel.DIGEST), known.length);
            meta.put(LETTERS, ByteBuffer.allocate(Long.BYTES + kept.length + Parcel.DIGEST).putLong(last() + 1).put(kept).put(digest).array());
        }
    }

    /** @return whether another one than before is the current one */
    public boolean answered(byte[] digest, DeviceId node, long incarnation) {
        long number = number(digest);
        return number > meta.number(SINCE + node).orElse(0L) && answers(node, incarnation, number);
    }

    private long last() {
        return meta.bytes(LETTERS).map(bytes -> ByteBuffer.wrap(bytes).getLong()).orElse(0L);
    }

    private byte[] digests() {
        return meta.bytes(LETTERS).map(bytes -> Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)).orElse(new byte[0]);
    }

    /** Counted from 1; 0 where it is none of the last ones. */
    private long number(byte[] digest) {
        byte[] known = digests();
        for (int at = known.length - Parcel.DIGEST, back = 0; at >= 0; at -= Parcel.DIGEST, back++) {
            if (Arrays.equals(known, at, at + Parcel.DIGEST, digest, 0, digest.length)) {
                return last() - back;
            }
        }
        return 0;
    }

    /** Whether what this incarnation of the node said may count now. */
    public boolean mayCount(DeviceId node, long incarnation) {
        return meta.number(ANSWERING + node).orElse(incarnation) == incarnation;
    }
}
