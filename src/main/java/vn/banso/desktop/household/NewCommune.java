package vn.banso.desktop.household;

import javafx.scene.control.ComboBox;
import vn.banso.desktop.kit.CommuneQuestion;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WordedNames;
import vn.banso.register.values.ScopeId;

/** Which commune a new household belongs to, where there are several: said beside its name, and to be put right there. */
final class NewCommune extends ComboBox<ScopeId> {
    NewCommune(Ui ui, DoorstepModel model, HouseholdForm form) {
        setConverter(new WordedNames<>(commune -> Communes.name(commune, ui.texts())));
        getItems().setAll(CommuneQuestion.ordered(ui, model.workplace().communes().writable()));
        setValue(form.opened().scope());
        setAccessibleText(ui.say("household.commune"));
        setFocusTraversable(false);
        valueProperty().addListener((_, _, commune) -> model.belongsTo(commune));
    }
}
