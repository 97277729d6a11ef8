package vn.banso.desktop.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.handover.WorkLocation.Slip;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.StateMark;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.store.batches.RecordState;
import vn.banso.store.ledger.Whereabouts;

/** From the draft to the province: how many records stand on each step, and the receipts behind it. */
final class LadderCard extends VBox {
    private final Ui ui;
    private final HandOverModel model;
    private final OpenRegister workplace;

    LadderCard(Ui ui, HandOverModel model, OpenRegister workplace) {
        this.ui = ui;
        this.model = model;
        this.workplace = workplace;
        getStyleClass().addAll("bs-card", "handover-ladder");
        WhileShown.follow(this, model.situation(), (_, before, now) -> {
            if (!before.lying().equals(now.lying())) {
                show();
            }
        });
        show();
    }

    private void show() {
        getChildren().setAll(ui.heading("handover.ladder"));
        model.situation().get().lying().ifPresent(lying -> {
            if (lying.isEmpty()) {
                getChildren().setAll(ui.empty(Icon.HAND_OVER, "handover.ladder.empty.title", "handover.ladder.empty.text"));
                return;
            }
            for (RecordState state : RecordState.values()) {
                getChildren().add(rung(lying, state));
            }
        });
    }

    private VBox rung(WorkLocation lying, RecordState state) {
        List<Slip> slips = lying.slips(state);
        StateMark mark = new StateMark(ui, state);
        mark.getStyleClass().add("handover-step");
        Label count = Ui.styled(new Label(ui.formats().number(lying.count(state))), "handover-count");
        if (lying.count(state) == 0) {
            count.getStyleClass().add("bs-soft");
        }
        Label words = ui.soft(words(lying, state));
        WhileShown.follow(words, workplace.minutes(), () -> words.setText(words(lying, state)));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = ui.row(mark, count, words);
        line.getStyleClass().add("handover-rung");
        VBox rung = new VBox(line);
        List<String> details = slips.isEmpty() ? lying.lots(state).stream().map(this::lot).toList() : slips.stream().map(this::slip).toList();
        if (!details.isEmpty()) {
            line.getChildren().add(toggle(state, ui.say(slips.isEmpty() ? "handover.ladder.batches" : "handover.ladder.open", details.size())));
            if (model.isOpen(state)) {
                VBox list = Ui.styled(new VBox(), "handover-slips");
                details.forEach(detail -> list.getChildren().add(ui.text(detail)));
                rung.getChildren().add(list);
            }
        }
        return rung;
    }

    private Button toggle(RecordState state, String named) {
        boolean shown = model.isOpen(state);
        Button toggle = Ui.styled(ui.button(shown ? Icon.CLOSE : Icon.EXPAND, "handover.ladder.close", () -> {
            model.openOrFold(state);
            show();
        }), "bs-quiet");
        toggle.setText(shown ? ui.say("handover.ladder.close") : named);
        toggle.setAlignment(Pos.CENTER_RIGHT);
        return toggle;
    }

    private String words(WorkLocation lying, RecordState state) {
        List<Slip> slips = lying.slips(state);
        List<String> carriers = lying.carriers();
        if (state == RecordState.HANDED_OVER && !carriers.isEmpty()) {
            return ui.say("handover.ladder.carried", carriers.stream().limit(2).map(name -> ui.say("handover.name", name))
                    .collect(Collectors.joining(", ")));
        }
        String what = ui.say(switch (state) {
            case DRAFT -> "handover.ladder.draft";
            case HERE -> "handover.ladder.here";
            case HANDED_OVER -> "handover.ladder.handed";
            case COMMUNE -> "handover.ladder.commune";
            case PROVINCE -> "handover.ladder.province";
        });
        return slips.isEmpty() ? what : what + " " + ui.say("handover.ladder.last", ui.formats().ago(slips.getFirst().at(),
                workplace.clock().instant(), workplace.clock().getZone()));
    }

    private String lot(Whereabouts lot) {
        if (lot.number() == 0) {
            return ui.say("handover.lot.unsealed", lot.records());
        }
        String what = ui.say("handover.lot", lot.number(), lot.records());
        return lot.carried().map(c -> what + " · " + ui.say("handover.lot.carried", c.name(), day(c.at()), time(c.at()))).orElse(what);
    }

    private String day(Instant at) {
        return ui.formats().day(at.atZone(workplace.clock().getZone()).toLocalDate());
    }

    private String time(Instant at) {
        return ui.formats().time(at, workplace.clock().getZone());
    }

    private String slip(Slip slip) {
        List<String> what = new ArrayList<>();
        slip.mine().forEach(run -> what.add(run.last() == 1 ? ui.say("handover.slip.mine_one") : ui.say("handover.slip.mine", run.last())));
        if (slip.others() > 0) {
            what.add(ui.say("handover.slip.others", slip.others()));
        }
        if (what.isEmpty()) {
            what.add(ui.say("handover.slip.nothing"));
        }
        if (slip.setAside() > 0) {
            what.add(ui.say("handover.slip.aside", slip.setAside()));
        }
        String commune = Units.find(slip.commune()).map((Unit u) -> u.named(ui.texts())).orElse("");
        if (!commune.isEmpty()) {
            what.addFirst(commune);
        }
        return ui.say("handover.slip", slip.signer().isEmpty() ? ui.say("handover.slip.nobody") : slip.signer(),
                day(slip.at()), time(slip.at()), String.join(", ", what));
    }
}
