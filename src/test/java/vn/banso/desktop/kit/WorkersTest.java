package vn.banso.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.testing.Awaited;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;

/** Whatever is asked in the background ends in its answer, or in why there is none: no question ends in silence. */
class WorkersTest {
    private static final List<Throwable> WHATEVER = List.of(new IllegalStateException("planted"), new IOException("planted"),
            new StackOverflowError("planted"), new NoClassDefFoundError("planted"), new AssertionError("planted"));

    /** A lane of work. */
    private interface Lane {
        void ask(Callable<String> work, Consumer<String> done, Consumer<Throwable> failed);
    }

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private Screen screen;
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void open() {
        screen = Screen.open(Laptop.CLOCK);
        before = screen.onFx(() -> {
            Thread.UncaughtExceptionHandler was = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> heard.add(failure));
            return was;
        });
    }

    @AfterEach
    void close() {
        screen.onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(before);
            return null;
        });
        screen.close();
    }

    private List<Lane> lanes() {
        Background background = screen.background();
        return List.of(background::store, background::aside);
    }

    private void ask(Lane lane, Callable<String> work, Consumer<String> done, Consumer<Throwable> failed) {
        screen.onFx(() -> {
            lane.ask(work, done, failed);
            return null;
        });
    }

    private Object next() throws InterruptedException {
        return Awaited.next(heard);
    }

    private static void raise(Throwable what) {
        switch (what) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalArgumentException(what);
        }
    }

    @Test
    void whateverGoesWrongInTheWorkIsToldOnTheThreadOfTheScreen() throws InterruptedException {
        for (Lane lane : lanes()) {
            for (Throwable what : WHATEVER) {
                ask(lane, () -> {
                    if (what instanceof Exception e) {
                        throw e;
                    }
                    throw (Error) what;
                }, heard::add, failure -> heard.add(Platform.isFxApplicationThread() ? failure : "on another thread"));
                assertThat(next()).isSameAs(what);
            }
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void whateverGoesWrongWithAnAnswerIsHeardAndTheNextOneComes() throws InterruptedException {
        for (Lane lane : lanes()) {
            for (Throwable what : WHATEVER) {
                Throwable planted = what instanceof IOException ? new IllegalArgumentException(what) : what;
                ask(lane, () -> "answered", _ -> raise(planted), _ -> heard.add("told as if the work had failed"));
                assertThat(next()).as("an answer that cannot be shown").isSameAs(planted);
                ask(lane, () -> {
                    throw new IllegalStateException("failed");
                }, heard::add, _ -> raise(planted));
                assertThat(next()).as("a failure that cannot be told").isSameAs(planted);
                ask(lane, () -> "and on", heard::add, heard::add);
                assertThat(next()).isEqualTo("and on");
            }
        }
    }
}
