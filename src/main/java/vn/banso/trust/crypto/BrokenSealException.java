package vn.banso.trust.crypto;

/** A sealed row was altered, stands at the wrong entry, or was sealed under another key. Says nothing of its content. */
public final class BrokenSealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSealException() {
        super("a sealed row cannot be opened: it was altered, or sealed for another entry");
    }
}
