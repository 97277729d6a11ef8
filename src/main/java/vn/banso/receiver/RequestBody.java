package vn.banso.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * Reads parcels off slow lines within a shared {@link Budget}; memory follows the bytes that came, not the length that was promised,
 * and nobody gets any of it before the beginning of the parcel was judged.
 */
final class RequestBody {
    private static final int FIRST = 16 << 10;
    private static final int END = -1;
    private static final int CUT = -2;

    private final Limits limits;
    private final Budget budget;

    RequestBody(Limits limits) {
        this.limits = limits;
        budget = new Budget(limits);
    }

    /** Judges a parcel by its beginning. */
    interface Gate {
        void admit(byte[] front) throws PeerException;
    }

    /**
     * @param promised the content length, or a negative number where the caller did not say
     * @param address where it comes from
     * @param front how much of it {@code gate} looks at
     * @return what came; not {@linkplain Parcel#whole whole} where the caller stopped, went silent or crawls
     * @throws PeerException TOO_LARGE, BUSY where the budget is used up, and whatever the gate says
     */
    Parcel read(InputStream in, long promised, String address, int front, Gate gate) throws PeerException {
        if (promised > limits.maxParcelBytes()) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        Parcel parcel = new Parcel(in, promised, address);
        try {
            parcel.fill(front);
            gate.admit(parcel.bytes());
            parcel.fillAll();
        } catch (PeerException e) {
            parcel.close();
            throw e;
        }
        return parcel;
    }

    long free() {
        return budget.free();
    }

    /** The bytes of one caller; closing gives their room back to the others. */
    final class Parcel implements AutoCloseable {
        private final InputStream in;
        private final long promised;
        private final String address;
        private final long begun = System.nanoTime();
        private byte[] bytes = new byte[0];
        private int length;
        private int got;
        private long reserved;
        private long paceSince = begun;
        private int paceFrom;

        private Parcel(InputStream in, long promised, String address) {
            this.in = in;
            this.promised = promised;
            this.address = address;
        }

        /** Whether it is all of it; the whole frames of a part are good too. */
        boolean whole() {
            return promised < 0 ? got == END : length == promised;
        }

        byte[] bytes() {
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }

        /** So much of the beginning, outside the budget. */
        private void fill(int front) throws PeerException {
            bytes = new byte[(int) (promised < 0 ? front : Math.min(front, promised))];
            while (length < bytes.length && !isOver()) {
                some();
            }
        }

        private void fillAll() throws PeerException {
            while (!isOver()) {
                if (length == bytes.length) {
                    long wanted = Math.min(promised < 0 ? Long.MAX_VALUE : promised, 2L * Math.max(FIRST / 2, length));
                    grow((int) Math.min(wanted, limits.maxParcelBytes() + 1L));
                }
                some();
            }
            bytes = bytes();
        }

        private boolean isOver() {
            return got < 0 || promised >= 0 && length >= promised || crawls();
        }

        private void some() throws PeerException {
            try {
                got = in.read(bytes, length, bytes.length - length);
            } catch (IOException e) {
                got = CUT;
            }
            length += Math.max(0, got);
            if (length > limits.maxParcelBytes()) {
                throw new PeerException(Reason.TOO_LARGE, null);
            }
        }

        /** Slower than a line can be, or longer under way than anybody has to wait. */
        private boolean crawls() {
            long now = System.nanoTime();
            long watched = now - paceSince;
            if (watched < limits.pace().toNanos()) {
                return false;
            }
            boolean slow = length - paceFrom < watched / 1e9 * limits.slowestBytesPerSecond()
                    || now - begun > limits.deadline().toNanos();
            paceSince = now;
            paceFrom = length;
            if (slow) {
                got = CUT;
            }
            return slow;
        }

        private void grow(int size) throws PeerException {
            if (!budget.take(address, size - reserved, promised >= 0 && promised <= Limits.SMALL)) {
                throw new PeerException(Reason.BUSY, null);
            }
            reserved = size;
            bytes = Arrays.copyOf(bytes, size);
        }

        @Override
        public void close() {
            budget.giveBack(address, reserved);
            reserved = 0;
        }
    }
}
