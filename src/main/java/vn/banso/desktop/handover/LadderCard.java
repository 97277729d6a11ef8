package vn.banso.desktop.handover;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.banso.desktop.handover.Lying.Slip;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.StateMark;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.Workplace;
import vn.banso.register.Unit;
import vn.banso.register.Units;
import vn.banso.store.RecordState;

/** From the draft to the province: how many records stand on each step, and the receipts behind it. */
final class LadderCard extends VBox {
    private final Ui ui;
    private final HandOverModel model;
    private final Workplace workplace;

    LadderCard(Ui ui, HandOverModel model, Workplace workplace) {
        this.ui = ui;
        this.model = model;
        this.workplace = workplace;
        getStyleClass().addAll("bs-card", "handover-ladder");
        model.lying().addListener(_ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(ui.heading("handover.ladder"));
        model.lying().get().ifPresent(lying -> {
            if (lying.isEmpty()) {
                getChildren().setAll(ui.empty(Icon.HAND_OVER, "handover.ladder.empty.title", "handover.ladder.empty.text"));
                return;
            }
            for (RecordState state : RecordState.values()) {
                getChildren().add(rung(lying, state));
            }
        });
    }

    private VBox rung(Lying lying, RecordState state) {
        List<Slip> slips = lying.slips(state);
        StateMark mark = new StateMark(ui, state);
        mark.getStyleClass().add("handover-step");
        Label count = Ui.styled(new Label(ui.formats().number(lying.count(state))), "handover-count");
        if (lying.count(state) == 0) {
            count.getStyleClass().add("bs-soft");
        }
        Label words = Ui.styled(ui.line(words(state, slips)), "bs-soft");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = ui.row(mark, count, words);
        line.getStyleClass().add("handover-rung");
        VBox rung = new VBox(line);
        if (!slips.isEmpty()) {
            line.getChildren().add(toggle(state, slips.size()));
            if (model.isOpen(state)) {
                VBox details = Ui.styled(new VBox(), "handover-slips");
                slips.forEach(slip -> details.getChildren().add(ui.text(slip(slip))));
                rung.getChildren().add(details);
            }
        }
        return rung;
    }

    private Button toggle(RecordState state, int count) {
        boolean shown = model.isOpen(state);
        Button toggle = Ui.styled(ui.button(shown ? Icon.CLOSE : Icon.EXPAND, "handover.ladder.close", () -> {
            model.openOrFold(state);
            show();
        }), "bs-quiet");
        toggle.setText(shown ? ui.say("handover.ladder.close") : ui.say("handover.ladder.open", count));
        toggle.setAlignment(Pos.CENTER_RIGHT);
        return toggle;
    }

    private String words(RecordState state, List<Slip> slips) {
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
                ui.formats().day(slip.at().atZone(workplace.clock().getZone()).toLocalDate()),
                ui.formats().time(slip.at(), workplace.clock().getZone()), String.join(", ", what));
    }
}
