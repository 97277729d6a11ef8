package vn.banso.desktop;

/** There is nothing to draw a window on, or what the toolkit needs for it is not installed. */
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1L;

    NoDisplayException(Throwable cause) {
        super("no window can be opened here", cause);
    }
}
