package vn.banso.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Page;

/**
 * Keys typed while a page is still opening: held, and given to it in their order once the keyboard is in its place. Nothing that a
 * quick typist writes goes nowhere.
 */
final class HeldKeys {
    private final Node frame;
    private final Predicate<KeyEvent> everywhere;
    private final Deque<KeyEvent> held = new ArrayDeque<>();
    private ObservableValue<Boolean> opening = new SimpleBooleanProperty(false);
    private Subscription following = Subscription.EMPTY;
    private boolean arriving;
    private boolean delivering;
    private boolean pressed;

    /** @param everywhere keys that the window itself answers on every page: these never wait */
    HeldKeys(Node frame, Predicate<KeyEvent> everywhere) {
        this.frame = frame;
        this.everywhere = everywhere;
        frame.addEventFilter(KeyEvent.ANY, this::hold);
        // Whoever takes the mouse has seen the page, and means something else.
        frame.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> held.clear());
    }

    /** This page comes on the screen now. What was typed for the one before goes with it, unless it led here. */
    void arrive(Page page) {
        if (!delivering) {
            held.clear();
        }
        pressed = false;
        arriving = true;
        following.unsubscribe();
        opening = page.opening();
        following = opening.subscribe(_ -> later());
    }

    /** After what the page itself does a little later, such as putting the cursor into its first field. */
    private void later() {
        Platform.runLater(() -> Platform.runLater(this::deliver));
    }

    private void hold(KeyEvent event) {
        if (delivering || !arriving && !opening.getValue() && held.isEmpty()) {
            return;
        }
        boolean press = event.getEventType() == KeyEvent.KEY_PRESSED;
        if (press && everywhere.test(event)) {
            return;
        }
        // The letter of a key that was pressed on the page before is no letter of this one.
        pressed |= press;
        if (pressed) {
            held.add(event);
        }
        event.consume();
    }

    private void deliver() {
        arriving = false;
        while (!held.isEmpty() && !arriving && !opening.getValue()) {
            KeyEvent next = held.poll();
            Node owner = frame.getScene() == null ? frame : frame.getScene().getFocusOwner();
            Node to = owner == null ? frame : owner;
            delivering = true;
            Event.fireEvent(to, next.copyFor(to, to));
            delivering = false;
        }
    }

    /** The page does not open: the keyboard is free again, and what was typed for it is not wanted elsewhere. */
    void letGo() {
        held.clear();
        following.unsubscribe();
        opening = new SimpleBooleanProperty(false);
    }

    void release() {
        following.unsubscribe();
    }
}
