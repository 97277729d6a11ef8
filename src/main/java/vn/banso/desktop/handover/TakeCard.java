package vn.banso.desktop.handover;

import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.banso.carrier.Sticks;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;

/** Takes in what came back, without sending anything. */
final class TakeCard extends VBox {
    private final Ui ui;
    private final HandOverModel model;
    private final FlowPane ways = new FlowPane(8, 8);

    TakeCard(Ui ui, HandOverModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("bs-card");
        setPrefWidth(400);
        getChildren().addAll(ui.heading("handover.take"), ui.text(ui.say("handover.take.text")), ways);
        model.found().addListener(_ -> show());
        model.running().addListener(_ -> setDisable(model.running().get().isPresent()));
        show();
    }

    private void show() {
        ways.getChildren().clear();
        for (Sticks.Plugged stick : model.plugged()) {
            var button = ui.button(Icon.STICK, "handover.take.file", () -> model.takeIn(stick.folder()));
            button.setText(ui.say("handover.take.stick", stick.name()));
            ways.getChildren().add(button);
        }
        ways.getChildren().addAll(ui.button(Icon.FILE, "handover.take.file", model::takeInFile),
                ui.button(Icon.FOLDER, "handover.take.folder", model::takeInFolder));
    }
}
