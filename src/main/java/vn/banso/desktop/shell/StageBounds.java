package vn.banso.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import vn.banso.desktop.kit.WindowBounds;

/** Where the window opens on today's screens, and where it was when it was closed. */
public final class StageBounds {
    private static final WindowBounds USUAL = new WindowBounds(0, 0, 1366, 768, false);

    private StageBounds() {}

    /** @param before where it was last time */
    public static void open(Stage stage, Optional<WindowBounds> before) {
        WindowBounds place = WindowBounds.opening(before, USUAL, screens());
        set(stage, place);
        stage.setMaximized(place.maximised());
    }

    /** @param before what it goes back to, where it fills its screen now */
    public static WindowBounds closing(Stage stage, Optional<WindowBounds> before) {
        return stage.isMaximized() ? before.orElse(USUAL).maximised(true) : of(stage);
    }

    /** In the middle of its owner and inside the screen, from the first moment on: its size is known before it is shown. */
    static void centre(Stage question, Stage owner, int width, int height) {
        WindowBounds centred = WindowBounds.centred(of(owner), width, height);
        set(question, WindowBounds.opening(Optional.of(centred), centred, screens()));
    }

    private static void set(Stage stage, WindowBounds place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    private static WindowBounds of(Stage stage) {
        return new WindowBounds((int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(), false);
    }

    /** What of each is free for windows; the main one comes first. */
    private static List<WindowBounds> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).map(StageBounds::whole).toList();
    }

    private static WindowBounds whole(Rectangle2D screen) {
        return new WindowBounds((int) screen.getMinX(), (int) screen.getMinY(), (int) screen.getWidth(), (int) screen.getHeight(), false);
    }
}
