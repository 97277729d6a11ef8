package vn.banso.desktop.sessions;

import java.util.List;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.layout.FormGrid;
import vn.banso.register.catalogue.Texts;
import vn.banso.store.register.VillageName;

/** When and where a session is, for whom, and who leads it. */
final class SessionPlanPane extends VBox {
    /** @param isNew whether nothing of it is written down yet */
    SessionPlanPane(Ui ui, EntryModel form, List<VillageName> villages, OpenRegister workplace, boolean isNew) {
        Texts texts = ui.texts();
        FormGrid grid = new FormGrid(3).fields(form, texts, "date", "start", "minutes");
        grid.put(Fields.of(form, "kind", texts), 2).put(FormGrid.village(form, "village", villages, texts, workplace));
        grid.put(Fields.of(form, "place", texts), 2).fields(form, texts, "planned_people");
        grid.put(FormGrid.level(form, texts)).fields(form, texts, "audience");
        grid.put(Fields.of(form, "trainers", texts), 2).fields(form, texts, "partner");
        getStyleClass().add("bs-column");
        getChildren().add(grid);
        if (isNew) {
            getChildren().add(ui.soft(ui.say("classes.save_session_hint")));
        }
    }
}
