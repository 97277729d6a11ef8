package vn.banso.ledger.batch;

/** Bytes that are not what they claim to be, or of a format version that this program does not know. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why it cannot be read. */
    public enum Reason {
        NOT_A_PARCEL,
        NEWER_FORMAT,
        DAMAGED,
        TOO_LARGE,
        /** A good file of ours, but another kind than is asked for here: a request where a welcome is wanted. */
        OTHER_KIND
    }

    private final Reason reason;

    public MalformedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
