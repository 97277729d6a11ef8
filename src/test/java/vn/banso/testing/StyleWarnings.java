package vn.banso.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the style sheets ask for and do not get: the toolkit says it to its log alone, and a word stands there without its colour. */
public final class StyleWarnings extends Handler {
    private static final StyleWarnings ALL = new StyleWarnings();
    /** Kept: a logger that nobody holds is let go, and its listeners with it. */
    private static final Logger LOG = Logger.getLogger("javafx.css");

    private final List<String> said = new CopyOnWriteArrayList<>();

    private StyleWarnings() {}

    /** Forgets what was said before and hears all that follows. */
    public static void listen() {
        LOG.removeHandler(ALL);
        LOG.addHandler(ALL);
        ALL.said.clear();
    }

    /** Since one {@link #listen listens}. */
    public static List<String> said() {
        return List.copyOf(ALL.said);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            said.add(line.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
