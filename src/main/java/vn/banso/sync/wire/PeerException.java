package vn.banso.sync.wire;

import java.time.Duration;
import java.util.Optional;

/** The exchange did not come about. Nothing is lost by it; the texts {@code peer.<reason>} say what to do next. */
public final class PeerException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, in words a volunteer can act on. */
    public enum Reason {
        NO_CONNECTION, CAPTIVE_PORTAL, WRONG_CLOCK, BUSY, CUT_OFF, REFUSED, NOT_JOINED, OTHER_PROVINCE, TOO_LARGE, RECEIPT_TOO_LONG,
        FULL, READ_ONLY, GONE, DAMAGED, NOT_UNDERSTOOD, NOT_THE_DESK, OPEN_LINE
    }

    private final Reason reason;
    private final transient Optional<Duration> retryAfter;
    private final transient byte[] partial;

    public PeerException(Reason reason, Throwable cause) {
        this(reason, Optional.empty(), new byte[0], cause);
    }

    public PeerException(Reason reason, Optional<Duration> retryAfter, byte[] partial, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.partial = partial;
    }

    public Reason reason() {
        return reason;
    }

    /** When the peer asked to be left alone until then. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What had come of the answer when the connection was cut: its whole frames are good. */
    public byte[] partial() {
        return partial;
    }
}
