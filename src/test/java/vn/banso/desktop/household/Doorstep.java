package vn.banso.desktop.household;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** A form at the door without a window, on a volunteer's laptop with twelve households. */
abstract class Doorstep {
    static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    static final Field FIBRE = Catalogue.HOUSEHOLD.field("fibre_available");
    static final Field ADDRESS = Catalogue.HOUSEHOLD.field("address_hint");
    static final Field BORN = Catalogue.PERSON.field("born");
    static final Value YES = new Value.Code(CodeList.YES);

    @TempDir
    Path folder;
    final AtOnce background = new AtOnce();
    final List<Place> went = new ArrayList<>();
    Laptop laptop;
    OpenRegister workplace;
    DoorstepModel model;
    HouseholdRow row;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 12);
        begin();
        row = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
    }

    void begin() {
        workplace = new OpenRegister(laptop.node(), background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        model = new DoorstepModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {
                went.add(place);
            }

            @Override
            public void back() {}
        });
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    HouseholdForm opened() {
        model.open(new Place.Household(SCOPE, row.id()));
        return model.form().get().orElseThrow();
    }

    HouseholdForm openedNew() {
        model.open(new Place.NewHousehold(row.scope(), row.village()));
        return model.form().get().orElseThrow();
    }

    /** In a household that agrees to be written down. */
    static EntryModel newMember(HouseholdForm form, String name, String born) {
        if (Consent.of(form.household()) == Consent.OPEN) {
            Consent.say(form.household(), Consent.GIVEN, form.today());
        }
        EntryModel line = form.members().getLast();
        line.commitText(HouseholdForm.NAME, name);
        line.commitText(BORN, born);
        return line;
    }

    Entry stored(HouseholdForm form) {
        return laptop.node().entry(SCOPE, form.household().id()).orElseThrow();
    }
}
