package vn.banso.desktop.villages;

import javafx.application.Platform;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldColumns;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.kit.CommuneQuestion;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WordedNames;
import vn.banso.register.values.ScopeId;

/** A village is written down: its name, its type, and whether its decision is still awaited; the rest on its own page. */
final class NewVillageCard extends VBox {
    private final Ui ui;
    private final VillagesModel model;
    private final Navigator navigator;
    private final HBox namesake;

    NewVillageCard(Ui ui, VillagesModel model, EntryModel fresh, Navigator navigator) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        this.namesake = ui.row();
        getStyleClass().add("bs-card");
        FieldBox name = Fields.of(fresh, "name", ui.texts());
        FieldColumns fields = new FieldColumns(name, Fields.of(fresh, "kind", ui.texts()), Fields.of(fresh, "status", ui.texts()));
        if (model.communes().areSeveral()) {
            getChildren().add(communes(fresh));
        }
        HBox foot = ui.row(ui.primary("villages.create", this::create), Ui.styled(ui.button("villages.cancel", model::cancel), "bs-quiet"),
                Ui.styled(ui.soft(ui.say("villages.pending_hint")), "bs-small"));
        getChildren().addAll(fields, namesake, foot);
        namesake.managedProperty().bind(namesake.visibleProperty());
        fresh.edits().subscribe(this::look);
        Platform.runLater(name::focus);
    }

    private ChoiceBox<ScopeId> communes(EntryModel fresh) {
        ChoiceBox<ScopeId> choice = new ChoiceBox<>();
        choice.getItems().setAll(CommuneQuestion.ordered(ui, model.communes().writable()));
        choice.setValue(fresh.scope());
        choice.setConverter(new WordedNames<>(scope -> Communes.name(scope, ui.texts())));
        choice.setAccessibleText(ui.say("villages.col.commune"));
        choice.setOnAction(_ -> model.begin(choice.getValue()));
        return choice;
    }

    /** Whether there is one of that name. */
    private void look() {
        namesake.setVisible(model.namesake().isPresent());
        model.namesake().ifPresent(same -> {
            Label mark = new VillageWords(ui).mark(Icon.WARNING, ui.say("villages.namesake", same.called(ui.texts())), "bs-waiting");
            namesake.getChildren().setAll(mark,
                    // What was written stays a draft.
                    ui.link(ui.say("villages.open_namesake"), () -> navigator.go(new Place.Village(same.scope(), same.id()))));
        });
    }

    /** Writes it down, with what is being typed. */
    void create() {
        model.create(navigator);
    }
}
