package vn.banso.desktop.people;

import javafx.application.Platform;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldColumns;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.Value;

/** One look at VNeID being written down: confirmed or not, on which day, and how it was seen. */
final class LookForm extends VBox {
    private static final EntryType LOOK = Catalogue.VNEID_CONFIRMATION;

    LookForm(Ui ui, PersonModel model, EntryModel look, AutoSave saving) {
        getStyleClass().add("bs-card");
        boolean replaces = !(look.valueOf(LOOK.field("supersedes")) instanceof Value.Blank);
        FieldBox first = Fields.of(look, "confirmed", ui.texts());
        getChildren().addAll(new FieldColumns(first, Fields.of(look, "date", ui.texts()), Fields.of(look, "seen", ui.texts())),
                ui.row(ui.primary("people.save_look", model::saveLook), Ui.styled(ui.button("people.cancel", model::cancelLook), "bs-quiet"),
                        new SavedLine(ui, model.workplace(), saving), Ui.styled(ui.soft(ui.say(replaces ? "people.replaces" : "people.vneid_gives")), "bs-small")));
        FormKeys.install(this, look.undoStack(), look::keepAll, _ -> { });
        Platform.runLater(first::focus);
    }
}
