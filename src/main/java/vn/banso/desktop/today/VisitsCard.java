package vn.banso.desktop.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.indicators.Visit;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.lists.Visits.Due;

/** Whom to visit and why: how many, and behind the number the list. */
final class VisitsCard extends VBox {
    private static final double WIDE = 3.0;

    private final Ui ui;
    private final TodayModel model;

    VisitsCard(Ui ui, TodayModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("bs-card", "today-card");
        WhileShown.follow(this, model.visits(), this::show);
        WhileShown.follow(this, model.begun(), this::show);
        WhileShown.follow(this, model.workplace().me(), this::show);
        show();
    }

    private void show() {
        getChildren().setAll(ui.heading("today.visits"));
        Optional<Map<Visit, Due>> visits = model.visits().get();
        Optional<Begun> begun = model.begun().get();
        if (visits.isEmpty() || begun.isEmpty()) {
            getChildren().add(Ui.late(ui.soft(ui.say("today.counting"))));
            return;
        }
        long due = visits.get().values().stream().filter(d -> d.households() > 0).count();
        if (due == 0) {
            begin(begun.get());
            return;
        }
        visits.get().forEach((why, count) -> {
            if (count.households() > 0) {
                getChildren().add(line(why, count));
            }
        });
    }

    /** Nobody is to be visited: because all were, or because the first step is still to be done. */
    private void begin(Begun begun) {
        if (begun.villages() > 0) {
            getChildren().add(ui.soft(ui.say(begun.households() > 0 ? "today.visits.none" : "today.visits.begin")));
        } else if (model.mayWriteVillages()) {
            getChildren().addAll(ui.soft(ui.say("today.first_village.why")),
                    ui.button(Icon.ADD, "today.first_village", () -> model.open(new Place.Villages())));
        } else {
            getChildren().add(ui.soft(ui.say("today.first_village.who")));
        }
    }

    private DoorLine line(Visit why, Due due) {
        LocalDate since = model.today().withDayOfYear(1);
        Label number = new Figure(ui.formats().number(due.households()), WIDE, "today-number");
        Label words = new Label(ui.say("visit." + why, ui.formats().day(since)));
        DoorLine line = new DoorLine(ui, List.of(number), words, beside(why, due), () -> model.open(why));
        line.setAccessibleText(ui.say("today.visits.aloud", words.getText(), due.households()));
        return line;
    }

    private List<Label> beside(Visit why, Due due) {
        return why.counts() == Catalogue.PERSON
                ? List.of(Ui.styled(new Label(ui.say("today.people", due.people())), "bs-soft", "bs-small")) : List.of();
    }
}
