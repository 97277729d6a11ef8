package vn.banso.desktop.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work away from the screen. Answers come back on the thread of the screen, in the order asked for each lane. What touches the
 * node or a disk is never done on the thread of the screen itself.
 */
public interface Background {

    /** Reading and writing the register: one after the other, so that what is read after a save has seen it. */
    <T> Running store(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** What may take long and wait for others: the network, a stick, deriving a key, a PDF. */
    <T> Running aside(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** From any thread: does this on the thread of the screen, as soon as may be. */
    void onScreen(Runnable act);

    /** From the thread of the screen: does this a little later, unless something newer replaces it in the same slot. */
    void later(Object slot, int millis, Runnable act);

    /** No new work; waits until the store lane has finished what it has begun. */
    void close();

    /** Work that has begun. */
    interface Running {
        /** Its answer is not wanted any more; what was begun may be interrupted, and is safe to interrupt. */
        void cancel();
    }
}
