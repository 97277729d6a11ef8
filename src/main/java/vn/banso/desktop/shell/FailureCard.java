package vn.banso.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;

/** What went wrong without anybody having foreseen it, over whatever is shown: one sentence with a code, one button. */
public final class FailureCard extends VBox {
    /** @param button text key of the one thing to do */
    public FailureCard(Ui ui, String words, String button, Runnable act) {
        getStyleClass().addAll("bs-failure");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.CENTER);
        Button close = ui.button(button, act);
        getChildren().addAll(ui.text(words), close);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                close.requestFocus();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                act.run();
            }
        });
    }
}
