package vn.banso.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import vn.banso.desktop.kit.Background;

/** Background work done at once, on the thread that asks: models are tested without waiting. */
public final class AtOnce implements Background {
    private final Map<Object, Runnable> later = new LinkedHashMap<>();
    private boolean unheard;
    private Optional<RuntimeException> failure = Optional.empty();
    private int asked;

    @Override
    public <T> Running store(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        asked++;
        FutureTask<T> task = new FutureTask<>(failure.<Callable<T>>map(why -> () -> {
            throw why;
        }).orElse(work));
        task.run();
        if (unheard) {
            return () -> { };
        }
        try {
            done.accept(task.get());
        } catch (ExecutionException e) {
            failed.accept(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return () -> { };
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
        later.put(slot, act);
    }

    /** From now on nothing that is asked can be done: the disk is full. */
    public void failing(RuntimeException why) {
        failure = Optional.of(why);
    }

    /** It can again. */
    public void working() {
        failure = Optional.empty();
    }

    /** From now on what is asked is done, and nobody hears what came of it: the window closes. */
    public void closing() {
        unheard = true;
    }

    /** The window is open again. */
    public void heard() {
        unheard = false;
    }

    /** How often anything was asked. */
    public int asked() {
        return asked;
    }

    /** The time that {@link #later} waits for has passed. */
    public void pass() {
        List<Runnable> due = List.copyOf(later.values());
        later.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void close() {
        later.clear();
    }
}
