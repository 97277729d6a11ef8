package vn.banso.desktop.today;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.reporting.VillageReport;

/** What the commune gave back, with its reason; opens the households of that village. Not there where nothing was given back. */
final class ReturnedCard extends VBox {
    private final Ui ui;
    private final TodayModel model;

    ReturnedCard(Ui ui, TodayModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("bs-card", "bs-card-wait", "today-card");
        WhileShown.follow(this, model.returned(), this::show);
        show();
    }

    private void show() {
        List<VillageReport> returned = model.returned().get().orElse(List.of());
        setVisible(!returned.isEmpty());
        setManaged(isVisible());
        getChildren().setAll(ui.heading("today.returned"));
        for (VillageReport report : returned) {
            String village = model.workplace().communes().told(report.village().in(ui.texts()), report.village().scope(), ui.texts());
            getChildren().add(new DoorLine(ui, List.of(ui.icon(Icon.UNDO)), new Label(village), List.of(),
                    () -> model.open(new Place.Households(Optional.of(HouseholdFilter.ALL.withVillage(report.village().scope(), report.village().id()))))));
            getChildren().add(ui.text(ui.say("today.returned.reason", report.reason())));
        }
    }
}
