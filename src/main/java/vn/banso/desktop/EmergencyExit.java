package vn.banso.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.banso.say.FailureCode;
import vn.banso.store.files.DurableFile;

/**
 * The safe end of a program that cannot go on: one line in the log, a note for the next start, a sentence where one can still be
 * shown, and what was being saved is finished. Everything that was told as saved is durable anyway.
 */
final class EmergencyExit {
    /** Of the process: the program itself failed. */
    static final int CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(EmergencyExit.class);
    private static final String NOTE = "ended";
    private static final int SPARE = 1 << 20;

    private final Path home;
    private final Consumer<String> shown;
    private final Runnable finish;
    private final Duration reading;
    private final Runnable halt;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch read = new CountDownLatch(1);
    /** Given up first, so that there is room for the rest. */
    private volatile byte[] spare = new byte[SPARE];

    /**
     * @param home the folder of the settings, see {@link vn.banso.store.files.NodeOptions#home}
     * @param shown shows the sentence with this code, from any thread; nobody waits for it
     * @param finish waits a short while for what is being saved
     * @param reading how long somebody may read the sentence
     * @param halt ends the process, at once
     */
    EmergencyExit(Path home, Consumer<String> shown, Runnable finish, Duration reading, Runnable halt) {
        this.home = home;
        this.shown = shown;
        this.finish = finish;
        this.reading = reading;
        this.halt = halt;
    }

    /** From any thread; once. */
    void end(Throwable failure) {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        spare = null;
        String code = FailureCode.of(failure);
        LOG.error("ended {}", code, failure);
        note(code);
        shown.accept(code);
        Thread.ofPlatform().name("ending").daemon(true).start(this::leave);
    }

    /** Somebody has read the sentence. */
    void read() {
        read.countDown();
    }

    private void leave() {
        finish.run();
        try {
            read.await(reading.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        halt.run();
    }

    private void note(String code) {
        try {
            Files.createDirectories(home);
            DurableFile.write(home.resolve(NOTE), code.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // A full disk: the line in the log, if that, has to do.
        }
    }

    /** The code with which the program ended last time; told once. Empty where it was closed as usual. */
    static Optional<String> lastTime(Path home) {
        try {
            String code = Files.readString(home.resolve(NOTE)).strip();
            Files.delete(home.resolve(NOTE));
            return Optional.of(code).filter(c -> c.matches("[0-9A-Z-]{1,20}"));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
