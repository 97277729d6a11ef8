package vn.banso.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import vn.banso.sync.PeerException;
import vn.banso.sync.PeerException.Reason;

/** Reads parcels off slow lines within a shared budget; memory follows the bytes that came, not the length that was promised. */
final class BodyReader {
    private static final int FIRST = 16 << 10;
    private static final int END = -1;
    private static final int CUT = -2;

    private final Limits limits;
    private final AtomicLong free;

    BodyReader(Limits limits) {
        this.limits = limits;
        free = new AtomicLong(limits.maxBytesInFlight());
    }

    /**
     * @param promised the content length, or a negative number where the caller did not say
     * @return what came; not {@linkplain Parcel#whole whole} where the caller stopped, went silent or crawls
     * @throws PeerException TOO_LARGE, BUSY where the budget is used up
     */
    Parcel read(InputStream in, long promised) throws PeerException {
        if (promised > limits.maxParcelBytes()) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        Parcel parcel = new Parcel();
        try {
            parcel.fill(in, promised);
        } catch (PeerException e) {
            parcel.close();
            throw e;
        }
        return parcel;
    }

    long free() {
        return free.get();
    }

    /** The bytes of one caller; closing gives their room back to the others. */
    final class Parcel implements AutoCloseable {
        private byte[] bytes = new byte[0];
        private long reserved;
        private boolean whole;

        private Parcel() {}

        /** Whether it is all of it; the whole frames of a part are good too. */
        boolean whole() {
            return whole;
        }

        byte[] bytes() {
            return bytes;
        }

        private void fill(InputStream in, long promised) throws PeerException {
            long started = System.nanoTime();
            int length = 0;
            int got = 0;
            grow(promised < 0 ? FIRST : (int) Math.min(FIRST, promised));
            while (got >= 0 && (promised < 0 || length < promised) && !crawls(length, System.nanoTime() - started)) {
                if (length == bytes.length) {
                    long wanted = Math.min(promised < 0 ? Long.MAX_VALUE : promised, 2L * Math.max(FIRST, length));
                    grow((int) Math.min(wanted, limits.maxParcelBytes() + 1L));
                }
                got = some(in, length);
                length += Math.max(0, got);
                if (length > limits.maxParcelBytes()) {
                    throw new PeerException(Reason.TOO_LARGE, null);
                }
            }
            whole = promised < 0 ? got == END : length == promised;
            if (length < bytes.length) {
                bytes = Arrays.copyOf(bytes, length);
            }
        }

        private int some(InputStream in, int length) {
            try {
                return in.read(bytes, length, bytes.length - length);
            } catch (IOException e) {
                return CUT;
            }
        }

        /** Slower than a line can be, after a first silence. */
        private boolean crawls(int length, long nanos) {
            long counted = nanos - limits.silence().toNanos();
            return counted > 0 && length < counted / 1e9 * limits.slowestBytesPerSecond();
        }

        private void grow(int size) throws PeerException {
            long more = size - reserved;
            if (free.addAndGet(-more) < 0) {
                free.addAndGet(more);
                throw new PeerException(Reason.BUSY, null);
            }
            reserved = size;
            bytes = Arrays.copyOf(bytes, size);
        }

        @Override
        public void close() {
            free.addAndGet(reserved);
            reserved = 0;
        }
    }
}
