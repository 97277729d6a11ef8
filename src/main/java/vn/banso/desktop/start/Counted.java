package vn.banso.desktop.start;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.banso.desktop.kit.Background;

/** Background work that knows how much of what waits for others is under way. */
public final class Counted implements Background {
    private final Background behind;
    private int aside;

    public Counted(Background behind) {
        this.behind = behind;
    }

    /** Whether a hand-over or the like is under way. */
    public boolean isBusy() {
        return aside > 0;
    }

    @Override
    public <T> Running store(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return behind.store(work, done, failed);
    }

    @Override
    public <T> Running aside(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        boolean[] over = {false};
        Runnable end = () -> {
            aside -= over[0] ? 0 : 1;
            over[0] = true;
        };
        aside++;
        Running running = behind.aside(work, result -> {
            end.run();
            done.accept(result);
        }, failure -> {
            end.run();
            failed.accept(failure);
        });
        return () -> {
            end.run();
            running.cancel();
        };
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
