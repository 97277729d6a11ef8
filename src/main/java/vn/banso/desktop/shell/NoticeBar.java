package vn.banso.desktop.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;

/** What just happened, above the line of truth; what is done goes by itself, the rest stays until it is put away. */
final class NoticeBar extends HBox {
    private static final int SHOWN_MILLIS = 8_000;

    private final Ui ui;
    private final Navigator navigator;
    private final ReadOnlyObjectProperty<Place> here;
    private final OpenRegister workplace;
    private final Subscription ties;

    NoticeBar(Ui ui, ShellModel model) {
        this.ui = ui;
        this.navigator = model;
        this.here = model.place();
        this.workplace = model.workplace();
        // Said again in the same words it is a new notice, which no listener to a change would hear of.
        ties = workplace.notice().subscribe(() -> show(workplace.notice().get()));
        show(workplace.notice().get());
    }

    /** Another bar comes in its place. */
    void release() {
        ties.unsubscribe();
    }

    private void show(Optional<Notice> notice) {
        getChildren().clear();
        getStyleClass().setAll("bs-notice");
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        Icon icon = switch (notice.tone()) {
            case DONE -> Icon.DONE;
            case WAIT -> Icon.HISTORY;
            case LOOK -> Icon.WARNING;
        };
        switch (notice.tone()) {
            case DONE -> workplace.background().later(this, SHOWN_MILLIS, () -> expire(notice));
            case WAIT -> getStyleClass().add("bs-notice-wait");
            case LOOK -> getStyleClass().add("bs-notice-look");
        }
        Label words = ui.text(ui.say(notice.sentences()));
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(ui.icon(icon), words);
        notice.undo().ifPresent(undo -> getChildren().add(ui.button(Icon.UNDO, "shell.undo", () -> {
            putAway();
            undo.run();
        })));
        notice.goOn().filter(place -> !place.equals(here.get())).ifPresent(place -> getChildren().add(ui.button(Icon.DRAFT, "shell.go_on", () -> {
            putAway();
            navigator.go(place);
        })));
        getChildren().add(ui.iconButton(Icon.CLOSE, "shell.put_away", this::putAway));
    }

    private void expire(Notice notice) {
        if (workplace.notice().get().filter(n -> n == notice).isPresent()) {
            putAway();
        }
    }

    private void putAway() {
        workplace.notice().set(Optional.empty());
    }
}
