package vn.banso.desktop.saving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Ui;

/** The quiet line that tells whether what is on the screen is on the disk, and where: never before it is. */
public final class SavedLine extends Label {
    private final Ui ui;
    private final OpenRegister workplace;
    private final Supplier<String> untouched;
    private final Subscription following;

    public SavedLine(Ui ui, OpenRegister workplace, AutoSave saving) {
        this(ui, workplace, saving.state(), () -> "");
    }

    /** @param untouched what to say while nothing was written */
    public SavedLine(Ui ui, OpenRegister workplace, ObservableValue<SaveState> state, Supplier<String> untouched) {
        this.ui = ui;
        this.workplace = workplace;
        this.untouched = untouched;
        getStyleClass().addAll("bs-keeping", "bs-soft", "bs-small");
        setMinWidth(USE_PREF_SIZE);
        following = state.subscribe(now -> setText(word(now)));
    }

    /** It is put away, and what it told of is not. */
    public void release() {
        following.unsubscribe();
    }

    private String word(SaveState state) {
        return switch (state) {
            case SaveState.Untouched _ -> untouched.get();
            case SaveState.Writing _ -> ui.say("saving.writing");
            case SaveState.DraftKept kept -> ui.say("saving.draft", time(kept.at()));
            case SaveState.Blocked kept -> ui.say("saving.blocked", time(kept.at()));
            case SaveState.Saved saved -> ui.say("saving.saved", time(saved.at()));
            case SaveState.NotWritten _ -> ui.say("saving.not_written");
            case SaveState.Refused _ -> ui.say("saving.refused");
        };
    }

    private String time(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, workplace.clock().getZone());
        String time = ui.formats().time(at, workplace.clock().getZone());
        // A draft of an earlier day says which: the hour alone would be of today.
        return day.equals(workplace.today()) ? time : ui.formats().day(day) + " " + time;
    }
}
