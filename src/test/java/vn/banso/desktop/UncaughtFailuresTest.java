package vn.banso.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.banso.app.RedactedTrace;
import vn.banso.desktop.kit.Settings;
import vn.banso.testing.Awaited;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;

/** What nobody caught ends in a code and one line of the log; what cannot go on ends safely and says so. */
class UncaughtFailuresTest {
    private static final String TYPED = "Nông Thị Hạnh";

    @TempDir
    Path home;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger house = (Logger) LoggerFactory.getLogger("vn.banso.desktop");

    @BeforeEach
    void listen() {
        log.start();
        house.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        house.detachAppender(log);
    }

    @Test
    void aListenerThatThrowsIsToldByACodeAndLoggedOnceWithoutWhatWasTyped() {
        try (Screen screen = Screen.open(Laptop.CLOCK)) {
            Thread.UncaughtExceptionHandler before = screen.onFx(() -> Thread.currentThread().getUncaughtExceptionHandler());
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            screen.onFx(() -> {
                Thread.currentThread().setUncaughtExceptionHandler(
                        new UncaughtFailures(said -> screen.background().onScreen(() -> screen.window().tell(said)), ended::complete));
                screen.settings().addListener((_, _, _) -> {
                    throw new IllegalStateException(TYPED);
                });
                return null;
            });
            try {
                for (int times = 0; times < 3; times++) {
                    screen.choose(Settings.USUAL.withTextSize(16 + times));
                    screen.awaitText("Chương trình gặp lỗi ngoài dự kiến");
                    screen.awaitText("Dữ liệu vẫn đầy đủ");
                    screen.push(KeyCode.ENTER);
                    screen.awaitNoText("lỗi ngoài dự kiến");
                }
            } finally {
                screen.onFx(() -> {
                    Thread.currentThread().setUncaughtExceptionHandler(before);
                    return null;
                });
            }
            assertThat(ended).isNotDone();
            assertThat(log.list).hasSize(1);
            ILoggingEvent line = log.list.getFirst();
            assertThat(line.getFormattedMessage()).matches("unforeseen [0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(new RedactedTrace().convert(line)).contains("IllegalStateException", "UncaughtFailuresTest").doesNotContain(TYPED);
        }
    }

    @Test
    void aFullMemoryEndsTheProgram() {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        BlockingQueue<Object> told = new ArrayBlockingQueue<>(1);
        UncaughtFailures uncaught = new UncaughtFailures(told::add, ended::complete);
        OutOfMemoryError full = new OutOfMemoryError("planted");
        uncaught.uncaughtException(Thread.currentThread(), new IllegalStateException(full));
        assertThat(ended).isCompletedWithValueMatching(e -> e.getCause() == full);
        assertThat(told).isEmpty();
    }

    @Test
    void whatWorkersRanOutOfMemoryWithIsUncaughtToo() throws InterruptedException {
        try (Screen screen = Screen.open(Laptop.CLOCK)) {
            BlockingQueue<Throwable> uncaught = new ArrayBlockingQueue<>(1);
            Thread.UncaughtExceptionHandler before = screen.onFx(() -> {
                Thread.UncaughtExceptionHandler was = Thread.currentThread().getUncaughtExceptionHandler();
                Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
                screen.background().store(() -> {
                    throw new OutOfMemoryError("planted");
                }, _ -> { }, _ -> uncaught.add(new AssertionError("told as if one could go on")));
                return was;
            });
            assertThat(Awaited.next(uncaught)).isInstanceOf(OutOfMemoryError.class);
            screen.onFx(() -> {
                Thread.currentThread().setUncaughtExceptionHandler(before);
                return null;
            });
        }
    }

    @Test
    void aScreenThatNeverAnswersAgainIsNoticed() throws Exception {
        try (Screen screen = Screen.open(Laptop.CLOCK)) {
            CompletableFuture<Throwable> stopped = new CompletableFuture<>();
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch stuck = new CountDownLatch(1);
            // It answers the first question and none after it; the watchdog asks the next one only when it stands still.
            Consumer<Runnable> asks = question -> {
                Platform.runLater(() -> {
                    question.run();
                    standStill(inside, stuck);
                });
                waitFor(inside);
            };
            try (Watchdog dog = new Watchdog(asks, Duration.ofMillis(20), 5, stopped::complete)) {
                Throwable told = Awaited.answer(stopped);
                assertThat(told).isInstanceOf(Watchdog.StandstillException.class);
                assertThat(List.of(told.getStackTrace())).anyMatch(frame -> frame.getMethodName().equals("standStill"));
            } finally {
                stuck.countDown();
            }
        }
    }

    private static void standStill(CountDownLatch inside, CountDownLatch end) {
        inside.countDown();
        waitFor(end);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEndIsLoggedToldFinishedAndToldAgainAtTheNextStart() throws Exception {
        BlockingQueue<String> done = new ArrayBlockingQueue<>(9);
        EmergencyExit exit = new EmergencyExit(home, code -> done.add("shown " + code), () -> done.add("finished"),
                Duration.ofMinutes(5), () -> done.add("halted"));
        assertThat(EmergencyExit.lastTime(home)).isEmpty();
        exit.end(new OutOfMemoryError(TYPED));
        exit.end(new OutOfMemoryError("again"));
        String shown = Awaited.next(done);
        assertThat(Awaited.next(done)).isEqualTo("finished");
        exit.read();
        assertThat(Awaited.next(done)).isEqualTo("halted");
        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getFormattedMessage()).startsWith("ended ").doesNotContain(TYPED);
        assertThat(EmergencyExit.lastTime(home).map(code -> "shown " + code)).contains(shown);
        assertThat(EmergencyExit.lastTime(home)).isEmpty();
    }
}
