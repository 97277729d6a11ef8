package vn.banso.desktop.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.units.Cccd;
import vn.banso.register.values.Value;

/** What was ever done to the person, newest first: when, by whom, and what fields say since then. */
final class HistoryList extends VBox {
    private final Ui ui;

    HistoryList(Ui ui, PersonModel model, List<PastAct> acts) {
        this.ui = ui;
        getStyleClass().addAll("bs-card", "bs-person-history");
        getChildren().add(Ui.styled(new Label(ui.say("people.history")), "bs-strong"));
        ZoneId zone = model.workplace().clock().getZone();
        for (PastAct act : acts) {
            String when = ui.formats().day(LocalDate.ofInstant(act.at(), zone)) + " " + ui.formats().time(act.at(), zone);
            String who = act.holder().isEmpty() ? ui.say("people.history.unknown") : act.holder();
            VBox told = new VBox(2, Ui.styled(ui.soft(ui.say("people.history.by", when, who)), "bs-small"), ui.text(what(act)));
            HBox.setHgrow(told, Priority.ALWAYS);
            HBox line = Ui.styled(new HBox(told), "bs-row");
            if (act.mayUndo(model.workplace())) {
                line.getChildren().add(Ui.styled(ui.button(Icon.UNDO, "household.history.undo", () -> model.undo(act)), "bs-quiet"));
            }
            getChildren().add(line);
        }
    }

    private String what(PastAct act) {
        String fields = act.changes().stream().map(c -> ui.say("people.history.change", ui.texts().field(Catalogue.PERSON, c.field()),
                said(c)))
                .collect(Collectors.joining("; "));
        String refused = act.refused().map(r -> ui.say("people.history.refused", ui.say("reason." + r.name()))).orElse("");
        return Stream.of(kind(act), fields, refused).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The identity number stays masked here, too. */
    private String said(PastAct.Difference change) {
        return switch (change.value()) {
            case Value.Ref _ -> change.called().isEmpty() ? ui.say("people.history.other_home") : change.called();
            case Value.Text t when change.field().key().equals("cccd") -> Cccd.masked(t.text());
            case Value value -> ui.texts().value(change.field(), value);
        };
    }

    private String kind(PastAct act) {
        return switch (act.kind().orElse(Kind.SET)) {
            case TOMBSTONE -> ui.say("people.history.deleted", act.reason());
            case RESTORE -> ui.say("people.history.restored");
            case ALIAS -> ui.say("people.history.merged");
            case UNALIAS -> ui.say("people.history.apart");
            case MOVE -> ui.say("people.history.moved");
            default -> "";
        };
    }
}
