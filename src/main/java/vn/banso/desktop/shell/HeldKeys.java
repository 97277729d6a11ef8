package vn.banso.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Page;

/**
 * Keys typed while a page is still opening: held, and given to it in their order once the keyboard is in its place. Nothing that a
 * quick typist writes goes nowhere.
 */
final class HeldKeys {
    /** So often the page is waited for: some put the cursor in its place only in the second or third turn after their answer. */
    private static final int TURNS = 8;

    private final Node frame;
    private final Predicate<KeyEvent> everywhere;
    private final Consumer<KeyCode> released;
    private final Deque<KeyEvent> held = new ArrayDeque<>();
    private ObservableValue<Boolean> opening = new SimpleBooleanProperty(false);
    private Subscription following = Subscription.EMPTY;
    private boolean arriving;
    private boolean delivering;
    private boolean pressed;

    /**
     * @param everywhere keys that the window itself answers on every page: these never wait
     * @param released told of a key that was let go and comes to no page
     */
    HeldKeys(Node frame, Predicate<KeyEvent> everywhere, Consumer<KeyCode> released) {
        this.frame = frame;
        this.released = released;
        this.everywhere = everywhere;
        // Each kind by its name: a filter for all kinds would be asked after the one that answers shortcuts, and a key would act twice.
        List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED).forEach(kind -> frame.addEventFilter(kind, this::hold));
        // Whoever takes the mouse has seen the page, and means something else.
        frame.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> drop());
    }

    /** This page comes on the screen now. What was typed for the one before goes with it, unless it led here. */
    void arrive(Page page) {
        if (!delivering) {
            drop();
        }
        pressed = false;
        arriving = true;
        following.unsubscribe();
        opening = page.opening();
        following = opening.subscribe(_ -> later());
    }

    /** After what the page itself does a little later, such as putting the cursor into its first field. */
    private void later() {
        later(TURNS);
    }

    private void later(int turns) {
        Platform.runLater(() -> {
            if (turns == 0 || turns < TURNS && owner() instanceof Control) {
                deliver();
            } else {
                later(turns - 1);
            }
        });
    }

    private Node owner() {
        Node owner = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
        return owner == null ? frame : owner;
    }

    private void hold(KeyEvent event) {
        if (delivering || !arriving && !opening.getValue() && held.isEmpty()) {
            return;
        }
        boolean press = event.getEventType() == KeyEvent.KEY_PRESSED;
        // Whoever walks away from a page whose answer does not come is let go.
        boolean walks = held.isEmpty() && (event.getCode() == KeyCode.TAB || event.getCode() == KeyCode.ESCAPE);
        if (press && (walks || everywhere.test(event))) {
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
            Node to = owner();
            // A field that was never drawn has nothing yet that takes a key.
            to.applyCss();
            delivering = true;
            Event.fireEvent(to, next.copyFor(to, to));
            delivering = false;
        }
    }

    /** What is given to no page any more. A key that was let go meanwhile is let go all the same. */
    private void drop() {
        List<KeyEvent> dropped = List.copyOf(held);
        held.clear();
        dropped.stream().filter(e -> e.getEventType() == KeyEvent.KEY_RELEASED).forEach(e -> released.accept(e.getCode()));
    }

    /** The page does not open: the keyboard is free again, and what was typed for it is not wanted elsewhere. */
    void letGo() {
        drop();
        following.unsubscribe();
        opening = new SimpleBooleanProperty(false);
    }

    void release() {
        following.unsubscribe();
    }
}
