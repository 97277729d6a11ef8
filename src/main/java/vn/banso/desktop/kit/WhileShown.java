package vn.banso.desktop.kit;

import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * Follows what lives longer than a page, such as a model, only while the page is on the screen. A page that is not shown does no
 * work, hears of what it missed when it comes back, and is let go when nobody brings it back.
 */
public final class WhileShown {
    private WhileShown() {}

    /** Told of changes; not of the value at the beginning. */
    public static <T> void follow(Node page, ObservableValue<T> what, ChangeListener<? super T> told) {
        what.when(page.sceneProperty().map(Objects::nonNull).orElse(false)).addListener(told);
    }

    /** Told of changes of a list, and each time the page comes on the screen. */
    public static void follow(Node page, ObservableList<?> what, Runnable act) {
        ListChangeListener<Object> told = _ -> act.run();
        page.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                what.removeListener(told);
            } else {
                what.addListener(told);
                act.run();
            }
        });
    }

    public static void follow(Node page, ObservableValue<?> what, Runnable act) {
        follow(page, what, (_, _, _) -> act.run());
    }
}
