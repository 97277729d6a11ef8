package vn.banso.desktop.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A table into which the keyboard comes means one of its lines. */
@ExtendWith(ApplicationExtension.class)
class GridTest {
    private final ObservableList<String> rows = FXCollections.observableArrayList("Cốc Rọ", "Bó Lìn", "Lũng Thành");
    private final AtomicReference<String> opened = new AtomicReference<>("");
    private TextField search;
    private Grid<String> grid;

    @Start
    void start(Stage stage) {
        search = new TextField();
        grid = new Grid<>(rows, "Lớp").text("Lớp", 12, name -> name).opening(opened::set);
        stage.setScene(new Scene(new VBox(search, grid), 400, 300));
        stage.show();
    }

    @Test
    void enterOpensTheFirstLineOfWhatASearchLeft(FxRobot robot) {
        robot.interact(() -> {
            grid.getSelectionModel().select(0);
            search.requestFocus();
            rows.setAll("Bó Lìn");
        });
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        assertThat(opened.get()).isEqualTo("Bó Lìn");
        robot.interact(() -> rows.setAll("Lũng Thành", "Cốc Rọ"));
        robot.type(KeyCode.ENTER);
        assertThat(opened.get()).as("also where the lines become others under the keyboard").isEqualTo("Lũng Thành");
    }
}
