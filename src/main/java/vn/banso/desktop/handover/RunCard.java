package vn.banso.desktop.handover;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.carrier.HandOver.Road;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.Position;

/** What is under way, with a way to stop; afterwards what came of it. Not there before the first press. */
final class RunCard extends StackPane {
    private final Ui ui;
    private final HandOverModel model;
    private final Label phase;
    private final ProgressBar bar = new ProgressBar();
    private final Label calm;
    private final Button stop;
    private final VBox progress;

    RunCard(Ui ui, HandOverModel model) {
        this.ui = ui;
        this.model = model;
        phase = Ui.styled(ui.text(""), "bs-strong");
        calm = ui.soft("");
        stop = ui.button(Icon.CLOSE, "handover.stop", model::stop);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("handover-bar");
        HBox.setHgrow(calm, Priority.ALWAYS);
        calm.setMaxWidth(Double.MAX_VALUE);
        progress = ui.card(phase, bar, ui.row(calm, stop));
        WhileShown.follow(this, model.situation(), (_, before, now) -> {
            if (before.running().isPresent() && now.running().isPresent()) {
                stands(now.running().get());
            } else if (before.running().isPresent() || now.running().isPresent() || !OutcomeText.of(before).equals(OutcomeText.of(now))) {
                show();
            }
        });
        show();
    }

    private void show() {
        getChildren().clear();
        Situation now = model.situation().get();
        now.running().ifPresentOrElse(running -> {
            getChildren().add(progress);
            stands(running);
        }, () -> OutcomeText.of(now).ifPresent(told -> getChildren().add(card(told))));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void stands(Running running) {
        phase.setText(running.at().all() > 0 ? words(running) + " · " + count(running.at()) : words(running));
        bar.setProgress(running.at().part());
        bar.setAccessibleText(phase.getText());
        calm.setText(ui.say(running.stopping() ? "handover.stopping" : "handover.stop.text"));
        stop.setDisable(running.stopping());
    }

    private String words(Running running) {
        boolean line = running.road().filter(Road.Line.class::isInstance).isPresent() || running.road().isEmpty();
        String name = running.road().map(Road::name).orElse("");
        return switch (running.at().phase()) {
            case LOOKING -> ui.say("handover.phase.looking");
            case SEALING -> ui.say("handover.phase.sealing");
            case SENDING -> line ? ui.say("handover.phase.sending.line") : ui.say("handover.phase.sending.left", name);
            case VERIFYING -> line ? ui.say("handover.phase.verifying.line") : ui.say("handover.phase.verifying.left", name);
            case RECEIVING -> ui.say("handover.phase.receiving");
        };
    }

    private String count(Position at) {
        return ui.say(at.phase() == ExchangePhase.SEALING ? "handover.count.changes" : "handover.count.parcels", at.done(), at.all());
    }

    private HBox card(OutcomeText told) {
        Label words = ui.text(ui.say(told.sentences()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = ui.row(ui.icon(switch (told.tone()) {
            case DONE -> Icon.DONE;
            case WAIT -> Icon.HISTORY;
            case LOOK -> Icon.WARNING;
        }), words);
        card.getStyleClass().setAll("bs-card", "bs-row", switch (told.tone()) {
            case DONE -> "bs-card-done";
            case WAIT -> "bs-card-wait";
            case LOOK -> "bs-card-look";
        });
        return card;
    }
}
