package vn.banso.desktop.importing;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import vn.banso.carrier.desk.FileOutcome.Mark;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.say.DeskWords;

/** How far taking in has come, with a way to stop; afterwards how many files came to what. */
final class ImportProgress extends StackPane {
    private final Ui ui;
    private final ImportModel model;
    private final Label words;
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private final HBox running;

    ImportProgress(Ui ui, ImportModel model) {
        this.ui = ui;
        this.model = model;
        words = ui.text("");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        bar.getStyleClass().add("importing-bar");
        stop = ui.button(Icon.CLOSE, "importing.stop", model::stop);
        running = Ui.styled(ui.row(words, bar, stop), "bs-card");
        WhileShown.follow(this, model.situation(), this::show);
        show();
    }

    private void show() {
        ImportSituation now = model.situation().get();
        if (now.run().isPresent()) {
            ImportRun run = now.run().get();
            words.setText(ui.say(run.stopping() ? "importing.stopping" : "importing.running", run.done(), run.all(), run.left(), DeskWords.name(run.source())));
            bar.setProgress(run.part());
            bar.setAccessibleText(words.getText());
            stop.setDisable(run.stopping());
            if (!getChildren().contains(running)) {
                getChildren().setAll(running);
            }
        } else {
            getChildren().clear();
            Map<Mark, Integer> marks = now.marks();
            if (!marks.isEmpty()) {
                getChildren().add(done(marks, now.stopped()));
            }
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private HBox done(Map<Mark, Integer> marks, boolean stopped) {
        String counts = marks.entrySet().stream()
                .map(e -> ui.formats().number(e.getValue()) + " " + ui.say("desk.mark." + e.getKey()).toLowerCase(ui.texts().lang().locale())).collect(Collectors.joining(" · "));
        int all = marks.values().stream().mapToInt(Integer::intValue).sum();
        Label said = ui.text(ui.say(stopped ? "importing.stopped" : "importing.done", all, counts));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        boolean look = marks.containsKey(Mark.LOOK);
        HBox card = ui.row(ui.icon(look ? Icon.WARNING : Icon.DONE), said, ui.button("importing.clear", model::clear));
        card.getStyleClass().setAll("bs-card", "bs-row", look ? "bs-card-look" : stopped || marks.containsKey(Mark.WAITS) ? "bs-card-wait" : "bs-card-done");
        return card;
    }
}
