package vn.banso.desktop.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Background;

/** Watches the page that is opening: one whose answer does not come in time says so, and nobody has to wait for it. */
final class OpeningWatch {
    private static final int PATIENCE_MILLIS = 8_000;

    private final Background background;
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private ObservableValue<Boolean> opening = new SimpleBooleanProperty(false);
    private boolean failed;
    private Subscription following = Subscription.EMPTY;

    OpeningWatch(Background background) {
        this.background = background;
    }

    /** Whether the page has been opening for too long; no more once it is open, or another one is. */
    ReadOnlyBooleanProperty slow() {
        return slow.getReadOnlyProperty();
    }

    /** A page comes on the screen, or is asked to open once more. */
    void arrive(ObservableValue<Boolean> page) {
        following.unsubscribe();
        opening = page;
        following = page.subscribe(now -> {
            failed = false;
            slow.set(false);
            if (now) {
                background.later(this, PATIENCE_MILLIS, () -> slow.set(opening.getValue()));
            }
        });
    }

    /** What was asked failed: a page that still waits says so at once. */
    void failed() {
        failed = opening.getValue();
        slow.set(opening.getValue());
    }

    /** Whether it does not open because what it asked for failed. */
    boolean hasFailed() {
        return failed;
    }

    void release() {
        following.unsubscribe();
        opening = new SimpleBooleanProperty(false);
    }
}
