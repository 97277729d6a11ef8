package vn.banso.desktop.form;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.Workplace;

/** The quiet line that tells whether what is on the screen is on the disk: never before it is. */
public final class SavedLine extends Label {
    public SavedLine(Ui ui, Workplace workplace, AsYouGo saving) {
        getStyleClass().addAll("bs-soft", "bs-small");
        setMinWidth(USE_PREF_SIZE);
        saving.standing().subscribe(standing -> setText(switch (standing) {
            case AsYouGo.Standing.Untouched _ -> "";
            case AsYouGo.Standing.Writing _ -> ui.say("form.writing");
            case AsYouGo.Standing.Kept _ -> ui.say("form.kept_as_draft");
            case AsYouGo.Standing.Saved saved -> ui.say("form.saved", ui.formats().time(saved.at(), workplace.clock().getZone()));
            case AsYouGo.Standing.Refused refused -> ui.say("form.refused", refused.refusals().stream()
                    .map(r -> ui.say("reason." + r.reason().name())).distinct().collect(Collectors.joining(" ")));
        }));
    }
}
