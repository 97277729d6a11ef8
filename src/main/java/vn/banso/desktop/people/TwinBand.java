package vn.banso.desktop.people;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.store.lists.HouseholdRow;

/** Quietly: somebody in another household may be the same person. Officers decide; others are told who does. */
final class TwinBand extends VBox {
    TwinBand(Ui ui, PersonModel model, Twin twin, Navigator navigator) {
        getStyleClass().addAll("bs-card", "bs-card-wait", "bs-twin");
        Entry other = twin.person();
        String name = other.text(Catalogue.PERSON.field("name")).orElse("");
        String born = other.day(Catalogue.PERSON.field("born")).map(Texts::day).orElse("");
        String where = twin.home().map(home -> ui.say("people.home", home.head(), home.villageName())).orElse(ui.say("people.home_unknown"));
        boolean here = model.isHere(twin);
        String commune = here ? "" : Units.find(other.scope()).map(u -> u.named(ui.texts())).orElse("");
        String who = Stream.of(name, born, where, commune).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
        HBox head = ui.row(ui.icon(Icon.PEOPLE), ui.text(ui.say(twin.byPhone() ? "people.twin_phone" : "people.twin_year", who)));
        HBox acts = ui.row(ui.button("people.twin_open", () -> navigator.go(new Place.Person(other.scope(), other.id()))));
        twin.home().map(HouseholdRow::id).ifPresent(home -> acts.getChildren().add(
                ui.button("people.twin_home", () -> navigator.go(new Place.Household(other.scope(), home)))));
        if (model.mayMerge()) {
            if (here) {
                acts.getChildren().add(ui.button("people.merge", () -> model.merge(twin)));
            }
            acts.getChildren().add(Ui.styled(ui.button("people.keep_apart", () -> model.keepApart(twin)), "bs-quiet"));
        } else {
            acts.getChildren().add(Ui.styled(ui.soft(ui.say("people.merge_officer")), "bs-small"));
        }
        getChildren().addAll(head, acts);
    }
}
