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

    private final Limits limits;
    private final AtomicLong free;

    BodyReader(Limits limits) {
        this.limits = limits;
        free = new AtomicLong(limits.maxBytesInFlight());
    }

    /**
     * @param promised the content length, or a negative number where the caller did not say
     * @throws PeerException TOO_LARGE, BUSY where the budget is used up, CUT_OFF where the caller stopped, went silent or crawls
     */
    Parcel read(InputStream in, long promised) throws PeerException {
        if (promised > limits.maxParcelBytes()) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        Parcel parcel = new Parcel();
        try {
            parcel.fill(in, promised);
        } catch (IOException e) {
            parcel.close();
            throw new PeerException(Reason.CUT_OFF, e);
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

        private Parcel() {}

        byte[] bytes() {
            return bytes;
        }

        private void fill(InputStream in, long promised) throws IOException, PeerException {
            long started = System.nanoTime();
            int length = 0;
            grow(promised < 0 ? FIRST : (int) Math.min(FIRST, promised));
            while (promised < 0 || length < promised) {
                if (length == bytes.length) {
                    long wanted = Math.min(promised < 0 ? Long.MAX_VALUE : promised, 2L * Math.max(FIRST, length));
                    grow((int) Math.min(wanted, limits.maxParcelBytes() + 1L));
                }
                int got = in.read(bytes, length, bytes.length - length);
                if (got < 0) {
                    break;
                }
                length += got;
                if (length > limits.maxParcelBytes()) {
                    throw new PeerException(Reason.TOO_LARGE, null);
                }
                long nanos = System.nanoTime() - started - limits.silence().toNanos();
                if (nanos > 0 && length < nanos / 1e9 * limits.slowestBytesPerSecond()) {
                    throw new IOException("slower than a line can be");
                }
            }
            if (promised >= 0 && length < promised) {
                throw new IOException("ended after " + length + " of " + promised + " bytes");
            }
            if (length < bytes.length) {
                bytes = Arrays.copyOf(bytes, length);
            }
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
