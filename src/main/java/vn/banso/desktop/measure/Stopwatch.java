package vn.banso.desktop.measure;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import vn.banso.desktop.kit.Background;

/** Drives the window from outside the thread of the screen and waits for what is drawn. */
final class Stopwatch {
    private static final int PATIENCE_SECONDS = 60;

    private final Background background;

    Stopwatch(Background background) {
        this.background = background;
    }

    /** Does it on the thread of the screen, and comes back with what it says. */
    static <T> T onScreen(Callable<T> act) {
        FutureTask<T> task = new FutureTask<>(act);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new CompletionException("nothing came of it", e);
        }
    }

    /** Does it, and waits until the store has answered what it asked and the answer was drawn. @return nanoseconds */
    long untilDrawn(Runnable act) {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        long start = System.nanoTime();
        Platform.runLater(() -> {
            act.run();
            background.store(() -> true, _ -> onNextFrame(drawn), drawn::completeExceptionally);
        });
        return drawn.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join() - start;
    }

    /** Does it, and waits until this comes true and was drawn. @return nanoseconds */
    static long untilDrawn(Runnable act, ObservableValue<Boolean> comesTrue) {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        long start = System.nanoTime();
        Platform.runLater(() -> {
            act.run();
            comesTrue.subscribe(is -> {
                if (is) {
                    onNextFrame(drawn);
                }
            });
        });
        return drawn.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join() - start;
    }

    /** The second tick from now: by then the first was drawn. */
    private static void onNextFrame(CompletableFuture<Long> drawn) {
        new AnimationTimer() {
            private int ticks;

            @Override
            public void handle(long now) {
                if (++ticks == 2) {
                    stop();
                    drawn.complete(System.nanoTime());
                }
            }
        }.start();
    }
}
