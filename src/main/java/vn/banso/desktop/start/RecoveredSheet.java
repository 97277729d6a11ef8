package vn.banso.desktop.start;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.store.upkeep.Recovered;

/** What came of recovering a damaged register, and the way in. */
final class RecoveredSheet {
    private RecoveredSheet() {}

    static StartView.Sheet of(Ui ui, StartModel model, Recovered recovered) {
        Button open = ui.primary("start.recovered.open", model.entrance()::open);
        VBox column = ui.column();
        UnlockModel.words(recovered).forEach(sentence -> column.getChildren().add(ui.text(ui.say(List.of(sentence)))));
        column.getChildren().add(ui.row(open));
        return new StartView.Sheet("start.recovered.title", column, open::requestFocus);
    }
}
