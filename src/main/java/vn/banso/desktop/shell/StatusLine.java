package vn.banso.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.store.batches.RecordState;

/** One line at the foot of the window that always tells the truth about where the work lies; it opens the hand-over. */
final class StatusLine extends Button {
    private final Ui ui;
    private final ShellModel model;
    private final Subscription ties;

    StatusLine(Ui ui, ShellModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("bs-truth");
        setMnemonicParsing(false);
        setFocusTraversable(false);
        setOnAction(_ -> model.go(new Place.HandOver()));
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        ties = Subscription.combine(model.truth().subscribe(_ -> word()), model.workplace().minutes().subscribe((_, _) -> word()));
    }

    /** Another line comes in its place. */
    void release() {
        ties.unsubscribe();
    }

    private void word() {
        ShellModel.Truth truth = model.truth().get();
        List<String> parts = new ArrayList<>();
        count(parts, "shell.truth.draft", truth.count(RecordState.DRAFT));
        count(parts, "shell.truth.here", truth.count(RecordState.HERE));
        count(parts, "shell.truth.handed_over", truth.count(RecordState.HANDED_OVER));
        count(parts, "shell.truth.commune", truth.count(RecordState.COMMUNE));
        count(parts, "shell.truth.province", truth.count(RecordState.PROVINCE));
        if (parts.isEmpty() && truth != ShellModel.Truth.UNKNOWN) {
            parts.add(ui.say("shell.truth.nothing"));
        }
        truth.receipt().filter(_ -> truth.isAnythingSaved()).ifPresent(r -> parts.add(ui.say("shell.truth.receipt",
                ui.formats().ago(r.at(), model.now(), model.workplace().clock().getZone()))));
        setText(String.join("  ·  ", parts));
    }

    private void count(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(ui.say(key, count));
        }
    }
}
