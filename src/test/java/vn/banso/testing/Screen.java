package vn.banso.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import vn.banso.desktop.MainWindow;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.shell.Look;
import vn.banso.store.Node;

/** A real window on a platform without a display, for journeys: keys and clicks go in, what it says is read out. */
public final class Screen extends FxRobot implements AutoCloseable {
    /** So many turns of the thread of the screen settle it: an act, its answer, and what follows from that a little later. */
    private static final int TURNS = 3;

    private final CountedWorkers workers = new CountedWorkers();
    private final Answers answers = new Answers();
    private final ObjectProperty<Settings> settings;
    private final Stage stage;
    private MainWindow window;
    private Navigator navigator;

    private Screen(Stage stage, Settings wanted) {
        this.stage = stage;
        this.settings = new SimpleObjectProperty<>(wanted);
    }

    /** Opens an empty window of this size in logical pixels. */
    public static Screen open(double width, double height, Settings wanted, Clock clock) {
        System.setProperty("testfx.robot", "glass");
        StyleWarnings.listen();
        try {
            FxToolkit.registerPrimaryStage();
            // A stage of our own: the robot keeps all that ever happened on its own one, and with it the nodes it happened to.
            Screen screen = new Screen(WaitForAsyncUtils.asyncFx(() -> new Stage()).get(Awaited.SECONDS, TimeUnit.SECONDS), wanted);
            screen.onFx(() -> {
                Look.loadFonts();
                screen.window = new MainWindow(screen.workers, screen.answers, clock, screen.settings);
                screen.window.on(screen.stage);
                screen.stage.setWidth(width);
                screen.stage.setHeight(height);
                screen.stage.show();
                return null;
            });
            return screen;
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            throw new AssertionError("no window in time", e);
        }
    }

    /** A laptop of 1366×768 in Vietnamese. */
    public static Screen open(Clock clock) {
        return open(1366, 768, Settings.USUAL, clock);
    }

    public MainWindow window() {
        return window;
    }

    public Background background() {
        return workers;
    }

    public Answers answers() {
        return answers;
    }

    public ObjectProperty<Settings> settings() {
        return settings;
    }

    /** Opens this node in the window. */
    public OpenRegister enter(Node node) {
        OpenRegister workplace = onFx(() -> window.open(node, () -> { }));
        navigator = window.navigator();
        return workplace;
    }

    /** Goes to this place and waits until the page has what it asked for. */
    public void go(Place place) {
        onFx(() -> {
            navigator.go(place);
            return null;
        });
        settle();
    }

    public void choose(Settings wanted) {
        onFx(() -> {
            settings.set(wanted);
            return null;
        });
        settle();
    }

    /** Does it on the thread of the screen and waits for it. */
    public <T> T onFx(Callable<T> act) {
        return WaitForAsyncUtils.waitForAsyncFx(Awaited.SECONDS * 1_000L, act);
    }

    /**
     * Waits until what was asked for on the thread of the screen is done, the store has answered whatever that asked it, and all is laid
     * out: what a test reads then does not depend on how fast the machine is.
     */
    public void settle() {
        answered();
        CountDownLatch laidOut = new CountDownLatch(1);
        Runnable listener = laidOut::countDown;
        onFx(() -> {
            stage.getScene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return null;
        });
        try {
            Awaited.happened("the window is laid out", laidOut);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        onFx(() -> {
            stage.getScene().removePostLayoutPulseListener(listener);
            return null;
        });
        answered();
    }

    /** What is clicked may be drawn anew while answers come; nobody clicks before the page stands. */
    @Override
    public FxRobotInterface clickOn(String query, MouseButton... buttons) {
        settle();
        return super.clickOn(query, buttons);
    }

    @Override
    public FxRobotInterface clickOn(javafx.scene.Node node, MouseButton... buttons) {
        settle();
        return super.clickOn(node, buttons);
    }

    /** Until the store was asked nothing more by its own answers. */
    private void answered() {
        int before;
        do {
            turns();
            before = workers.asked();
            workers.finish();
            turns();
        } while (workers.asked() > before);
    }

    private void turns() {
        for (int turn = 0; turn < TURNS; turn++) {
            onFx(() -> null);
        }
    }

    // Keys, without the pause that the robot makes after each: what is to come is awaited by what it shows.

    @Override
    public Screen press(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        settle();
        return this;
    }

    @Override
    public Screen release(KeyCode... keys) {
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        settle();
        return this;
    }

    @Override
    public Screen push(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        settle();
        return this;
    }

    /** Waits until it is so; the description stands in the failure, beside what the window says. */
    public void await(String description, Callable<Boolean> so) {
        await(description, so, () -> "the window says: " + texts());
    }

    /** @param instead what is told where it was in vain */
    public void await(String description, Callable<Boolean> so, Supplier<String> instead) {
        try {
            WaitForAsyncUtils.waitFor(Awaited.SECONDS, TimeUnit.SECONDS, () -> onFx(so));
        } catch (TimeoutException e) {
            throw new AssertionError("in vain: " + description + "; " + instead.get(), e);
        }
    }

    /** Waits until the window says this somewhere. */
    public void awaitText(String part) {
        await("the window says " + part, () -> said().stream().anyMatch(t -> t.contains(part)));
    }

    public void awaitNoText(String part) {
        await("the window no longer says " + part, () -> said().stream().noneMatch(t -> t.contains(part)));
    }

    /** Everything the window says now. */
    public List<String> texts() {
        return onFx(this::said);
    }

    private List<String> said() {
        Parent root = stage.getScene().getRoot();
        return root.lookupAll("*").stream().filter(Screen::isShown).map(node -> switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Text text -> text.getText();
            default -> "";
        }).filter(t -> t != null && !t.isBlank()).toList();
    }

    /** Whether it and all it stands in are visible. */
    public static boolean isShown(javafx.scene.Node node) {
        for (javafx.scene.Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    public void picture(double scale, Path file) {
        settle();
        onFx(() -> {
            Snapshot.of(stage.getScene(), scale, file);
            return null;
        });
    }

    @Override
    public void close() {
        onFx(() -> {
            window.leave();
            workers.close();
            stage.hide();
            return null;
        });
        // No story ends well in which a colour was missing.
        assertThat(StyleWarnings.said()).as("what the style sheets do not find").isEmpty();
    }
}
