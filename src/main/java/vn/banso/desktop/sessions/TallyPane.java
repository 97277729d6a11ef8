package vn.banso.desktop.sessions;

import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.layout.FormGrid;

/** Counted heads without names, for days on which hundreds come by. */
final class TallyPane extends VBox {
    TallyPane(Ui ui, EntryModel form, int listed) {
        getStyleClass().add("bs-column");
        getChildren().add(ui.soft(ui.say("classes.tally_text")));
        getChildren().add(new FormGrid(4).fields(form, ui.texts(), "tally_total", "tally_women", "tally_60_up", "tally_minority"));
        getChildren().add(new FormGrid(2).put(Fields.of(form, "practice_done", ui.texts())));
        if (listed > 0) {
            getChildren().add(ui.text(ui.say("classes.tally_and_list", listed)));
        }
    }
}
