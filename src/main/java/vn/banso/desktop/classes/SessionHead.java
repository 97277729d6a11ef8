package vn.banso.desktop.classes;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.Catalogue;
import vn.banso.register.Entry;
import vn.banso.register.EntryType;

/** Which session one is looking at, in one line: day, class, number, place. */
final class SessionHead extends HBox {
    private static final int LONG_NAME = 22;
    private static final EntryType SESSION = Catalogue.SESSION;

    /** @param toClass goes to the class it belongs to */
    SessionHead(Ui ui, Entry session, SessionSheet sheet, Consumer<Entry> toClass) {
        Words words = new Words(ui);
        getStyleClass().addAll("bs-row", "bs-bar");
        setAlignment(Pos.CENTER_LEFT);
        String day = words.day(session.day(SESSION.field("date"))) + "  " + Words.clock(session.whole(SESSION.field("start")));
        getChildren().addAll(whole(day.strip(), "bs-strong"),
                sheet.course().<Node>map(c -> toClass(ui.link(Reading.name(c), () -> toClass.accept(c))))
                        .orElseGet(() -> whole(words.kind(session.code(SESSION.field("kind"))), "bs-strong")));
        if (sheet.number() > 0) {
            getChildren().add(whole(ui.say("classes.session_of", sheet.number(), sheet.of()), "bs-soft"));
        }
        // Where there is no room for all, it is the place that gives way, as a whole: its plan says it too.
        Label place = ui.line(session.text(SESSION.field("place")).orElse(""));
        place.setMinWidth(0);
        place.setPrefWidth(0);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.visibleProperty().bind(Bindings.createBooleanBinding(() -> place.getWidth() >= length(place),
                place.widthProperty(), place.fontProperty()));
        getChildren().add(place);
    }

    private static double length(Label label) {
        Text text = new Text(label.getText());
        text.setFont(label.getFont());
        return text.getLayoutBounds().getWidth();
    }

    /** Its name takes two smaller lines rather than lose its end. */
    private static Hyperlink toClass(Hyperlink link) {
        if (link.getText().length() > LONG_NAME) {
            link.getStyleClass().add("bs-long-name");
        }
        link.setWrapText(true);
        return link;
    }

    private static Label whole(String text, String style) {
        Label label = Ui.styled(new Label(text), style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
