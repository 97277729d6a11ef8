package vn.banso.desktop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A watchdog over the thread of the screen: asks it again and again for an answer. A window that has stopped for good, such as for a
 * renderer that waits for memory, is not left standing as if it were alive.
 */
final class Watchdog implements AutoCloseable {
    private final Consumer<Runnable> screen;
    private final Duration pause;
    private final int patience;
    private final Consumer<Throwable> stopped;
    private final AtomicReference<Thread> asked = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean answered;

    /** The thread of the screen does not answer any more; says where it stands. */
    static final class StandstillException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StandstillException(StackTraceElement[] where) {
            super("the thread of the screen does not answer");
            setStackTrace(where);
        }
    }

    /**
     * @param screen does something on the thread of the screen, sooner or later
     * @param patience how many questions in a row may stay without an answer; a machine that slept asks none
     * @param stopped told once, on a thread of its own
     */
    Watchdog(Consumer<Runnable> screen, Duration pause, int patience, Consumer<Throwable> stopped) {
        this.screen = screen;
        this.pause = pause;
        this.patience = patience;
        this.stopped = stopped;
        this.thread = Thread.ofPlatform().name("watchdog").daemon(true).start(this::watch);
    }

    private void watch() {
        int unanswered = 0;
        try {
            while (unanswered < patience) {
                answered = false;
                screen.accept(this::answer);
                Thread.sleep(pause);
                unanswered = answered ? 0 : unanswered + 1;
            }
        } catch (InterruptedException _) {
            return;
        }
        Thread there = asked.get();
        stopped.accept(new StandstillException(there == null ? new StackTraceElement[0] : there.getStackTrace()));
    }

    private void answer() {
        asked.set(Thread.currentThread());
        answered = true;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
