package vn.banso.store.files;

import java.time.Duration;

/** After several wrong passphrases in a row the next one is taken a little later; this one was not looked at. */
public final class TooSoonException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final Duration left;

    public TooSoonException(Duration left) {
        super(Reason.WRONG_PASSPHRASE, "several were wrong in a row");
        this.left = left;
    }

    /** For how many seconds yet, at least 1. */
    public long seconds() {
        return Math.max(1, left.plusMillis(999).toSeconds());
    }
}
