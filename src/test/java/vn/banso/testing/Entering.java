package vn.banso.testing;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import vn.banso.desktop.NodeSession;
import vn.banso.desktop.start.Counted;
import vn.banso.desktop.start.Trial;
import vn.banso.store.files.NodeOptions;

/** The door of a window in a journey. */
public final class Entering implements AutoCloseable {
    private final Screen screen;
    private final NodeSession door;

    private Entering(Screen screen, NodeOptions options, Trial trial) {
        this.screen = screen;
        this.door = screen.onFx(() -> new NodeSession(screen.window(), new Counted(screen.background()), screen.answers(), options, screen.settings(),
                trial));
    }

    /** At the first start, or at the register of last time. */
    public static Entering first(Screen screen, NodeOptions options, Trial trial) {
        Entering entering = new Entering(screen, options, trial);
        screen.onFx(() -> {
            entering.door.begin();
            return null;
        });
        screen.settle();
        return entering;
    }

    /** At the register of this laptop. */
    public static Entering at(Screen screen, Laptop laptop) {
        Entering entering = new Entering(screen, laptop.around().options(Laptop.NAME), Trial.none());
        screen.onFx(() -> {
            entering.door.begin(laptop.around().dir(Laptop.NAME), new char[0]);
            return null;
        });
        screen.settle();
        return entering;
    }

    /** Types over what is selected where the cursor is, letters that no key of the test has included. */
    public void type(String text) {
        screen.settle();
        screen.onFx(() -> {
            Scene scene = screen.window().scene();
            ((TextInputControl) scene.getFocusOwner()).replaceSelection(text);
            return null;
        });
        screen.settle();
    }

    @Override
    public void close() {
        screen.onFx(() -> {
            door.close();
            return null;
        });
    }
}
