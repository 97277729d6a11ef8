package vn.banso.desktop.handover;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.carrier.HandOver.Road;
import vn.banso.desktop.handover.HandOverModel.Running;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Seen;
import vn.banso.desktop.kit.Ui;

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
        Seen.follow(this, model.running(), (_, before, now) -> {
            if (before.isPresent() != now.isPresent()) {
                show();
            } else {
                now.ifPresent(this::stands);
            }
        });
        Seen.follow(this, model.told(), this::show);
        show();
    }

    private void show() {
        getChildren().clear();
        model.running().get().ifPresentOrElse(running -> {
            getChildren().add(progress);
            stands(running);
        }, () -> model.told().get().ifPresent(told -> getChildren().add(card(told))));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void stands(Running running) {
        phase.setText(words(running));
        // What is owed shows only after the first round.
        bar.setProgress(running.at().part() > 0 ? running.at().part() : ProgressBar.INDETERMINATE_PROGRESS);
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

    private HBox card(Told told) {
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
