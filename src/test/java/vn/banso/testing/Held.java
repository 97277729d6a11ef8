package vn.banso.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import vn.banso.desktop.kit.Background;

/** Background work that waits until it is let go: what a window does while something takes long can be looked at. */
public final class Held implements Background {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int asked;

    @Override
    public <T> Running store(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        asked++;
        Runnable job = () -> {
            FutureTask<T> task = new FutureTask<>(work);
            task.run();
            try {
                done.accept(task.get());
            } catch (ExecutionException e) {
                failed.accept(e.getCause());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        waiting.add(job);
        return () -> waiting.remove(job);
    }

    @Override
    public <T> Running aside(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return store(work, done, failed);
    }

    @Override
    public void onScreen(Runnable act) {
        act.run();
    }

    @Override
    public void later(Object slot, int millis, Runnable act) {
        // Nothing here is waited for.
    }

    /** How often anything was asked. */
    public int asked() {
        return asked;
    }

    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Does what was asked for first and gives its answer, on the thread that calls. */
    public void letGo() {
        waiting.remove().run();
    }

    @Override
    public void close() {
        waiting.clear();
    }
}
