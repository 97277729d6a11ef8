package vn.banso.desktop.sessions;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.training.TrainingWords;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.store.training.SessionSheet;
import vn.banso.store.training.TrainingReader;

/** Which session one is looking at: day, class, number, place; in one line where there is room, and in as many as it needs. */
final class SessionHead extends VBox {
    private static final EntryType SESSION = Catalogue.SESSION;

    private final WrapRow row = Ui.styled(new WrapRow(), "bs-bar");

    /** @param toClass goes to the class it belongs to */
    SessionHead(Ui ui, Entry session, SessionSheet sheet, Consumer<Entry> toClass) {
        TrainingWords words = new TrainingWords(ui);
        String day = words.day(session.day(SESSION.field("date"))) + "  " + TrainingWords.clock(session.whole(SESSION.field("start")));
        row.getChildren().add(Ui.styled(new Label(day.strip()), "bs-strong"));
        if (sheet.number() > 0) {
            row.getChildren().add(ui.soft(ui.say("classes.session_of", sheet.number(), sheet.of())));
        }
        session.text(SESSION.field("place")).ifPresent(place -> row.getChildren().add(ui.text(place)));
        sheet.course().ifPresentOrElse(course -> {
            Hyperlink link = ui.link(TrainingReader.name(course), () -> toClass.accept(course));
            link.setWrapText(true);
            row.getChildren().add(link);
        }, () -> row.getChildren().add(Ui.styled(ui.text(words.kind(session.code(SESSION.field("kind")))), "bs-strong")));
        getChildren().add(row);
    }

    /** What stands at the right of it. */
    Pane row() {
        return row;
    }
}
