package vn.banso.desktop.household;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Ui;

/** Says quietly where what was written lies: kept as a draft or saved, when, and on this laptop. */
final class KeepingLine extends Label {
    private final Ui ui;
    private final DoorstepModel model;
    private final Subscription following;

    KeepingLine(Ui ui, DoorstepModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("bs-keeping", "bs-soft", "bs-small");
        setMinWidth(USE_PREF_SIZE);
        following = model.keeping().subscribe(this::word).and(model.form().subscribe(_ -> word(model.keeping().get())));
    }

    private void word(Keeping keeping) {
        setText(switch (keeping) {
            case Keeping.Untouched _ -> model.form().get().flatMap(f -> f.opened().state())
                    .map(state -> ui.say("state." + state)).orElse("");
            case Keeping.Writing _ -> ui.say("household.keeping.writing");
            case Keeping.DraftKept kept -> ui.say("household.keeping.draft", time(kept.at()));
            case Keeping.Saved saved -> ui.say("household.keeping.saved", time(saved.at()));
        });
    }

    private String time(Instant at) {
        return ui.formats().time(at, model.workplace().clock().getZone());
    }

    void leave() {
        following.unsubscribe();
    }
}
