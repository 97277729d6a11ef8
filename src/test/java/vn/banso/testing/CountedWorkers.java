package vn.banso.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.Workers;

/** The background work of a real window, which can be waited for. */
final class CountedWorkers implements Background {
    private final Workers behind = new Workers();
    private final AtomicInteger asked = new AtomicInteger();

    /** How often the store was asked so far. */
    int asked() {
        return asked.get();
    }

    /** Waits until the store has done what it was asked so far; the answers then stand in line for the thread of the screen. */
    void finish() {
        behind.finish(Awaited.SECONDS);
    }

    @Override
    public <T> Running store(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        asked.incrementAndGet();
        return behind.store(work, done, failed);
    }

    @Override
    public <T> Running aside(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return behind.aside(work, done, failed);
    }

    @Override
    public void onScreen(Runnable act) {
        behind.onScreen(act);
    }

    @Override
    public void later(Object slot, int millis, Runnable act) {
        behind.later(slot, millis, act);
    }

    @Override
    public void close() {
        behind.close();
    }
}
