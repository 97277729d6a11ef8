package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.EntryId;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.testing.Unikey;
import vn.banso.trust.governance.Role;

/** Typing with a Vietnamese keyboard program is never disturbed, in any field of any page. */
@Tag("slow")
class UnikeyJourney {
    @TempDir
    Path folder;

    @Test
    void everyFieldTakesBackspaceAndRetype() {
        try (Laptop laptop = Laptop.of(folder, Role.COMMUNE, 30); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(laptop.node());
            List<Place> places = new ArrayList<>(List.of(new Place.Today(), new Place.Households(), new Place.NewHousehold(),
                    new Place.Villages(), new Place.Classes(), new Place.HandOver(), new Place.Attention(), new Place.Preferences()));
            places.add(new Place.Household(Neighbourhood.SANG_MOC, first(laptop, Catalogue.HOUSEHOLD)));
            places.add(new Place.Person(Neighbourhood.SANG_MOC, first(laptop, Catalogue.PERSON)));
            places.add(new Place.Village(Neighbourhood.SANG_MOC, first(laptop, Catalogue.VILLAGE)));
            places.add(new Place.ClassRoom(Neighbourhood.SANG_MOC, first(laptop, Catalogue.CLASS)));
            places.add(new Place.Session(Neighbourhood.SANG_MOC, first(laptop, Catalogue.SESSION)));
            int fields = 0;
            for (Place place : places) {
                screen.go(place);
                for (TextInputControl field : screen.onFx(() -> fields(screen))) {
                    assertThat(screen.onFx(() -> Unikey.typed(field))).as("%s in %s", field, place).isEqualTo(Unikey.meant());
                    fields++;
                }
            }
            assertThat(fields).as("fields typed into").isGreaterThan(30);
        }
    }

    @Test
    void aFieldThatCompletesWhileOneTypesIsCaught() {
        try (Screen screen = Screen.open(Laptop.CLOCK)) {
            TextField plain = new TextField();
            TextField helpful = new TextField();
            helpful.textProperty().addListener((_, _, text) -> {
                if (text.endsWith("Nguyê")) {
                    helpful.setText("Nguyễn Văn");
                }
            });
            screen.onFx(() -> {
                screen.window().show(() -> new VBox(plain, helpful));
                return null;
            });
            screen.settle();
            assertThat(screen.onFx(() -> Unikey.typed(plain))).isEqualTo(Unikey.meant());
            assertThat(screen.onFx(() -> Unikey.typed(helpful))).isNotEqualTo(Unikey.meant());
        }
    }

    private static EntryId first(Laptop laptop, EntryType type) {
        return laptop.node().entries(type, Neighbourhood.SANG_MOC, Optional.empty(), 1).getFirst().id();
    }

    private static List<TextInputControl> fields(Screen screen) {
        return screen.window().scene().getRoot().lookupAll(".text-input").stream().filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast).filter(f -> f.isEditable() && !f.isDisabled() && Screen.isShown(f)).toList();
    }
}
