package vn.banso.desktop.measure;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** How long a fresh process takes until the second frame of its first window: by then the first was drawn and can be used. */
public final class FirstFrame {
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private FirstFrame() {}

    /** Argument {@code empty} for a window with one word in it, which is the baseline. Says the milliseconds since the process began. */
    public static void main(String[] args) {
        TOOLKIT.setLevel(Level.SEVERE);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Label("Bản Số"), 1366, 768));
            stage.show();
            tellAfterFrames();
        });
    }

    /** Says it on the second tick after now, and ends the process. */
    static void tellAfterFrames() {
        new AnimationTimer() {
            private int ticks;

            @Override
            public void handle(long now) {
                if (++ticks == 2) {
                    stop();
                    System.out.println(System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
                    System.out.flush();
                    Platform.exit();
                }
            }
        }.start();
    }
}
