package vn.banso.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.Workers;
import vn.banso.desktop.shell.FxDialogs;
import vn.banso.desktop.shell.Look;
import vn.banso.desktop.shell.StageBounds;
import vn.banso.desktop.start.Counted;
import vn.banso.desktop.start.Trial;
import vn.banso.register.catalogue.Texts;
import vn.banso.say.Sentence;
import vn.banso.store.files.NodeOptions;

/** Opens the window, keeps the node that is open in it, and lets go of both in the right order. */
public final class Desktop {
    /** The toolkit says at every start that it was not loaded as modules; that is how we ship it. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Two minutes without an answer. */
    private static final int PATIENCE = 24;
    private static final Duration READING = Duration.ofMinutes(1);
    private static final int LAST_SAVE_SECONDS = 20;

    private final Workers workers = new Workers();
    private final Counted background = new Counted(workers);
    private final Stage stage = new Stage();
    private final MainWindow window;
    private final NodeSession door;
    private final ObjectProperty<Settings> settings;
    private final EmergencyExit exit;
    private final Watchdog watchdog;

    private Desktop(NodeOptions options, Settings wanted, Trial trial) {
        this.settings = new SimpleObjectProperty<>(wanted);
        Dialogs dialogs = new FxDialogs(stage, () -> new Ui(Texts.of(settings.get().lang())));
        this.window = new MainWindow(background, dialogs, options.clock(), settings);
        this.door = new NodeSession(window, background, dialogs, options, settings, trial);
        this.exit = new EmergencyExit(options.home(), code -> workers.onScreen(() -> window.tellEnding(code, this::read)),
                () -> workers.finish(LAST_SAVE_SECONDS), READING, () -> Runtime.getRuntime().halt(EmergencyExit.CODE));
        UncaughtFailures uncaught = new UncaughtFailures(said -> workers.onScreen(() -> window.tell(said)), exit::end);
        Thread.currentThread().setUncaughtExceptionHandler(uncaught);
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
        this.watchdog = new Watchdog(Platform::runLater, PAUSE, PATIENCE, exit::end);
        EmergencyExit.lastTime(options.home()).ifPresent(code -> window.tell(List.of(Sentence.of("kit.failure.last_time", code))));
    }

    private void read() {
        exit.read();
    }

    /**
     * Whether there is something to draw a window on.
     *
     * @param env the environment of the process
     */
    public static boolean hasDisplay(Map<String, String> env) {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("win") || os.contains("mac") || isSet(env.get("DISPLAY")) || isSet(env.get("WAYLAND_DISPLAY"));
    }

    private static boolean isSet(String name) {
        return name != null && !name.isBlank();
    }

    /**
     * Opens the window and comes back when it was closed.
     *
     * @param wanted how the window is to be; what is chosen in it is kept in the home of the options
     * @param dir the node to open; empty for the one of last time, or for whoever comes for the first time
     * @param passphrase of that node, where whoever starts it knows it, else empty; wiped
     * @throws NoDisplayException where no window can be opened, after nothing was touched
     */
    public static void run(NodeOptions options, Settings wanted, Trial trial, Optional<Path> dir, char[] passphrase)
            throws NoDisplayException {
        TOOLKIT.setLevel(Level.SEVERE);
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        startToolkit(() -> {
            Look.loadFonts();
            Desktop desktop = new Desktop(options, wanted, trial);
            desktop.show(closed);
            dir.ifPresentOrElse(at -> desktop.door.begin(at, passphrase), desktop.door::begin);
        });
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private static void startToolkit(Runnable begin) throws NoDisplayException {
        try {
            Platform.startup(begin);
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(e);
        }
    }

    private void show(CountDownLatch closed) {
        window.on(stage);
        StageBounds.open(stage, settings.get().window());
        stage.setOnCloseRequest(_ -> {
            watchdog.close();
            settings.set(settings.get().withWindow(StageBounds.closing(stage, settings.get().window())));
            door.close();
            background.close();
            closed.countDown();
        });
        stage.show();
    }
}
