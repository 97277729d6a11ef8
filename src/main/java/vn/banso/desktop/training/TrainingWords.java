package vn.banso.desktop.training;

import java.util.Optional;
import javafx.scene.control.Label;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;
import vn.banso.store.register.VillageName;
import vn.banso.store.training.SessionStatus;

/** How a phase, a time, a level are said on the pages of classes. */
public final class TrainingWords {
    private final Ui ui;

    public TrainingWords(Ui ui) {
        this.ui = ui;
    }

    /** A picture, a word and a colour. */
    public Label phase(SessionStatus phase) {
        Label mark = new Label(ui.say("classes.phase." + phase), ui.icon(switch (phase) {
            case PLANNED -> Icon.CALENDAR;
            case DUE, NOT_RECORDED -> Icon.EDIT;
            case HELD -> Icon.DONE;
            case NOT_HELD -> Icon.CLOSE;
        }));
        mark.getStyleClass().addAll("bs-mark", switch (phase) {
            case PLANNED -> "bs-soft";
            case DUE, NOT_RECORDED -> "bs-waiting";
            case HELD -> "bs-received";
            case NOT_HELD -> "bs-soft";
        });
        return mark;
    }

    public String level(int level) {
        return level == 0 ? "" : ui.texts().code(Codes.LEVEL, new Value.Code(level));
    }

    public String kind(int kind) {
        return kind == 0 ? "" : ui.texts().code(Codes.SESSION_KIND, new Value.Code(kind));
    }

    public String village(Optional<VillageName> village) {
        return village.map(v -> v.in(ui.texts())).orElse("");
    }

    public String day(Optional<Value.Day> day) {
        return day.map(d -> ui.formats().day(d)).orElse("");
    }

    /** "19:30"; nothing where nobody noted it. */
    public static String clock(Optional<Long> minutes) {
        return minutes.map(Texts::clock).orElse("");
    }
}
