package vn.banso.desktop.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;

/** Numbers on Home are shown whole, however many households there are and however narrow the column is. */
class FigureTest {
    @Test
    void aNumberIsNeverCut() {
        try (Screen screen = Screen.open(1093, 614, vn.banso.desktop.kit.Settings.USUAL, Laptop.CLOCK)) {
            for (String number : List.of("7", "120", "1.204", "1.234.567")) {
                for (String look : List.of("today-number", "today-look")) {
                    String drawn = screen.onFx(() -> {
                        Ui ui = new Ui(Texts.of(Lang.VI));
                        Figure figure = new Figure(number, 1.6, "today-number", look);
                        DoorLine line = new DoorLine(ui, List.of(figure), new Label("Người lớn chưa có điện thoại thông minh hay tài khoản nào"),
                                List.of(new Label("1.234.567 người")), () -> { });
                        VBox card = new VBox(line);
                        screen.window().scene().setRoot(card);
                        card.setMaxWidth(320);
                        card.resize(320, 200);
                        card.applyCss();
                        card.layout();
                        Node text = figure.lookup(".text");
                        return ((Text) text).getText();
                    });
                    assertThat(drawn).as("in " + look).isEqualTo(number);
                }
            }
        }
    }
}
