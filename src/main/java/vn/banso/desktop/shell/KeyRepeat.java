package vn.banso.desktop.shell;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import vn.banso.desktop.kit.QuestionBand;

/**
 * A key that is held down and repeats itself: it answers no question that comes up meanwhile, and the key that answered one says
 * nothing more until it is let go.
 */
final class KeyRepeat {
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private final Set<KeyCode> answered = EnumSet.noneOf(KeyCode.class);
    private boolean silent;

    /** Behind what {@linkplain HeldKeys holds} keys: those come here when they are given on. */
    KeyRepeat(Node frame) {
        frame.addEventFilter(KeyEvent.ANY, this::key);
        ObservableValue<Boolean> here = frame.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::focusedProperty);
        // What is let go over another window is told to that one.
        here.subscribe(_ -> {
            down.clear();
            answered.clear();
        });
    }

    /** This key is let go, also where nobody on the page was told. */
    void letGo(KeyCode key) {
        down.remove(key);
        answered.remove(key);
    }

    private void key(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            letGo(event.getCode());
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            boolean repeats = !down.add(event.getCode());
            boolean asked = event.getTarget() instanceof QuestionBand;
            silent = repeats && (asked || answered.contains(event.getCode()));
            if (asked && !repeats) {
                answered.add(event.getCode());
            }
        }
        if (silent) {
            event.consume();
        }
    }
}
