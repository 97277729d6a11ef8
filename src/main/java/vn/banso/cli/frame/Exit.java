package vn.banso.cli.frame;

/** What the program tells the shell when it ends. */
public final class Exit {
    public static final int DONE = 0;
    /** Refused, or done and something needs a look. */
    public static final int REFUSED = 1;
    public static final int WRONG_USE = 2;

    private Exit() {}
}
