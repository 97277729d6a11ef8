package vn.banso.desktop.people;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;

/** What was seen in VNeID, when and how. The confirmation itself is given there alone; a wrong note is replaced, never changed. */
final class LookCard extends VBox {
    private static final EntryType LOOK = Catalogue.VNEID_CONFIRMATION;
    private static final Field CONFIRMED = LOOK.field("confirmed");

    private final Ui ui;

    LookCard(Ui ui, PersonModel model, Known known) {
        this.ui = ui;
        getStyleClass().addAll("bs-card", "bs-person-card");
        getChildren().add(Ui.styled(new Label(ui.say("people.vneid")), "bs-strong"));
        known.confirmation().ifPresentOrElse(this::told, () -> getChildren().add(ui.soft(ui.say("people.vneid_unknown"))));
        List<Entry> older = known.confirmations().stream().filter(l -> !known.confirmation().equals(Optional.of(l))).toList();
        older.forEach(l -> getChildren().add(Ui.styled(ui.soft(line(l)), "bs-small")));
        if (model.mayConfirm()) {
            getChildren().add(ui.button(Icon.SHIELD, "people.note_look", () -> model.beginLook(Optional.empty())));
            known.confirmation().ifPresent(wrong -> getChildren().add(Ui.styled(
                    ui.link(ui.say("people.correct_look"), () -> model.beginLook(Optional.of(wrong))), "bs-small")));
        }
        getChildren().add(Ui.styled(ui.soft(ui.say("people.vneid_gives")), "bs-small"));
    }

    private void told(Entry look) {
        boolean yes = look.code(CONFIRMED) == CodeList.YES;
        Label mark = new Label(ui.say(yes ? "people.confirmed" : "people.not_confirmed"), ui.icon(yes ? Icon.DONE : Icon.HISTORY));
        mark.getStyleClass().addAll("bs-mark", yes ? "bs-received" : "bs-waiting");
        getChildren().addAll(mark, Ui.styled(ui.soft(seen(look)), "bs-small"));
    }

    private String line(Entry look) {
        return ui.texts().value(CONFIRMED, look.value(CONFIRMED).orElseThrow()) + " · " + seen(look);
    }

    private String seen(Entry look) {
        String day = look.day(LOOK.field("date")).map(Texts::day).orElse("");
        Field seen = LOOK.field("seen");
        return look.value(seen).map(v -> ui.say("people.seen_on", day, ui.texts().value(seen, v))).orElseGet(() -> ui.say("people.seen", day));
    }
}
