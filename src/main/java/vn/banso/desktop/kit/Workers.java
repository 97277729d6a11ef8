package vn.banso.desktop.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.util.Duration;

/** One thread for the store, a virtual thread each for the rest. Built and used on the thread of the screen. */
public final class Workers implements Background {
    private static final int LAST_SAVE_SECONDS = 30;

    private final ExecutorService store = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("store").daemon(false).factory());
    private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Object, PauseTransition> waiting = new HashMap<>();

    @Override
    public <T> Running store(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        // A save that has begun is never interrupted: only its answer is dropped.
        return run(store, work, done, failed, false);
    }

    @Override
    public <T> Running aside(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return run(aside, work, done, failed, true);
    }

    private static <T> Running run(ExecutorService on, Callable<T> work, Consumer<T> done, Consumer<Throwable> failed, boolean interrupt) {
        if (on.isShutdown()) {
            // Locked or closing: an answer that was under way asks for more, and nobody is there to see it.
            return () -> { };
        }
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.call();
            }
        };
        task.setOnSucceeded(_ -> done.accept(task.getValue()));
        task.setOnFailed(_ -> {
            if (task.getException() instanceof OutOfMemoryError full) {
                // Nobody can go on from here by a sentence of theirs.
                throw full;
            }
            failed.accept(task.getException());
        });
        on.execute(task);
        return () -> {
            if (interrupt) {
                task.cancel(true);
            } else {
                task.setOnSucceeded(null);
            }
        };
    }

    @Override
    public void onScreen(Runnable act) {
        Platform.runLater(act);
    }

    @Override
    public void later(Object slot, int millis, Runnable act) {
        PauseTransition pause = waiting.computeIfAbsent(slot, _ -> new PauseTransition());
        pause.stop();
        pause.setDuration(Duration.millis(millis));
        pause.setOnFinished(_ -> {
            waiting.remove(slot);
            act.run();
        });
        pause.playFromStart();
    }

    /** From any thread: waits until what was asked of the store so far is done, but not long. */
    public void finish(int seconds) {
        try {
            store.submit(() -> { }).get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException _) {
            // What is durable by now is durable; the rest was never told as saved.
        }
    }

    @Override
    public void close() {
        waiting.values().forEach(PauseTransition::stop);
        aside.shutdownNow();
        store.shutdown();
        try {
            store.awaitTermination(LAST_SAVE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
