package vn.banso.desktop.units;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.units.UnitsState.ChangeLine;
import vn.banso.desktop.units.UnitsState.PartLine;
import vn.banso.desktop.units.UnitsState.WaitingLine;

/** Who lived in a village that was split: somebody chooses them, and says which part they belong to. */
final class AssignCard extends VBox {
    private final ListView<WaitingLine> list = Ui.styled(new ListView<>(), "units-list", "units-waiting");

    AssignCard(Ui ui, UnitsModel model, ChangeLine split) {
        getStyleClass().add("bs-card");
        list.getItems().setAll(split.waiting());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText(ui.say("units.assign", split.change().nameBefore()));
        list.setCellFactory(_ -> new ListCell<>() {
            {
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(WaitingLine waiting, boolean none) {
                super.updateItem(waiting, none);
                setText(null);
                setGraphic(none || waiting == null ? null : ui.name(waiting.called()));
            }
        });
        FlowPane parts = new FlowPane(8, 8);
        for (PartLine part : split.parts()) {
            Button button = Ui.styled(new Button(ui.say("units.assign_to", part.name())), "bs-button");
            button.setMnemonicParsing(false);
            button.setOnAction(_ -> model.assign(split, part.id(), list.getSelectionModel().getSelectedItems().stream().map(WaitingLine::id).toList()));
            parts.getChildren().add(button);
        }
        parts.getChildren().add(Ui.styled(ui.button("units.assign_later", () -> model.assigning().set(Optional.empty())), "bs-quiet"));
        getChildren().addAll(ui.heading("units.assign", split.change().nameBefore()), Ui.styled(ui.soft(ui.say("units.assign_hint")), "bs-small"), list, parts);
    }

    void begin() {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }
}
