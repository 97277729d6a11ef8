package vn.banso.desktop.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Seen;
import vn.banso.desktop.kit.Ui;
import vn.banso.indicators.Visit;
import vn.banso.register.Catalogue;
import vn.banso.store.Visits.Due;

/** Whom to visit and why: how many, and behind the number the list. */
final class VisitsCard extends VBox {
    private final Ui ui;
    private final TodayModel model;

    VisitsCard(Ui ui, TodayModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("bs-card", "today-card");
        Seen.follow(this, model.visits(), this::show);
        Seen.follow(this, model.waiting(), this::show);
        show();
    }

    private void show() {
        getChildren().setAll(ui.heading("today.visits"));
        Optional<Map<Visit, Due>> visits = model.visits().get();
        if (visits.isEmpty()) {
            getChildren().add(ui.soft(ui.say("today.counting")));
            return;
        }
        long due = visits.get().values().stream().filter(d -> d.households() > 0).count();
        if (due == 0) {
            boolean begun = model.waiting().get().filter(w -> !w.isNothing()).isPresent();
            getChildren().add(ui.soft(ui.say(begun ? "today.visits.none" : "today.visits.begin")));
            return;
        }
        visits.get().forEach((why, count) -> {
            if (count.households() > 0) {
                getChildren().add(line(why, count));
            }
        });
    }

    private DoorLine line(Visit why, Due due) {
        LocalDate since = model.today().withDayOfYear(1);
        Label number = Ui.styled(new Label(ui.formats().number(due.households())), "today-number");
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
