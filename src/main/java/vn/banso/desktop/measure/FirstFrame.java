package vn.banso.desktop.measure;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import vn.banso.desktop.MainWindow;
import vn.banso.desktop.NodeSession;
import vn.banso.desktop.kit.Dialogs;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.Workers;
import vn.banso.desktop.shell.FxDialogs;
import vn.banso.desktop.shell.Look;
import vn.banso.desktop.start.Counted;
import vn.banso.desktop.start.Trial;
import vn.banso.register.catalogue.Texts;
import vn.banso.store.files.NodeOptions;

/** How long a fresh process takes until the second frame of its first window: by then the first was drawn and can be used. */
public final class FirstFrame {
    /** The argument for a window with one word in it, which is the baseline. */
    public static final String EMPTY = "empty";

    private FirstFrame() {}

    /** Argument: {@link #EMPTY}, or the folder of somebody's notes. Says the milliseconds since the process began. */
    public static void main(String[] args) {
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        Platform.startup(() -> {
            Stage stage = new Stage();
            if (args[0].equals(EMPTY)) {
                stage.setScene(new Scene(new Label("Bản Số"), 1366, 768));
                stage.show();
            } else {
                ours(stage, NodeOptions.standard().withHome(Path.of(args[0])));
            }
            tellAfterFrames();
        });
    }

    /** As the program itself opens it. */
    private static void ours(Stage stage, NodeOptions options) {
        Look.loadFonts();
        ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
        Counted background = new Counted(new Workers());
        Dialogs dialogs = new FxDialogs(stage, () -> new Ui(Texts.of(settings.get().lang())));
        MainWindow window = new MainWindow(background, dialogs, options.clock(), settings);
        NodeSession door = new NodeSession(window, background, dialogs, options, settings, Trial.none());
        window.on(stage);
        stage.show();
        door.begin();
        stage.setOnHidden(_ -> {
            door.close();
            background.close();
        });
    }

    /** Says it on the second tick after now, and ends the process. */
    private static void tellAfterFrames() {
        new AnimationTimer() {
            private int ticks;

            @Override
            public void handle(long now) {
                if (++ticks == 2) {
                    stop();
                    System.out.println(System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
                    System.out.flush();
                    javafx.stage.Window.getWindows().getFirst().hide();
                    Platform.exit();
                }
            }
        }.start();
    }
}
