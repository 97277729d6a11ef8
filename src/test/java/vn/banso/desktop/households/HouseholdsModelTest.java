package vn.banso.desktop.households;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.households.HouseholdsModel.Standing;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdFilter.Order;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.store.search.NamedVillage;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What the list shows and where one is in it, without a list. */
class HouseholdsModelTest {
    @TempDir
    Path folder;

    private Laptop laptop;
    private OpenRegister workplace;
    private HouseholdsModel model;
    private final List<Place> went = new ArrayList<>();

    private void open(int households) {
        laptop = Laptop.of(folder, Role.VOLUNTEER, households);
        workplace = new OpenRegister(laptop.node(), new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        model = new HouseholdsModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {
                went.add(place);
            }

            @Override
            public void back() {
                throw new AssertionError("nobody goes back from here");
            }
        });
    }

    @BeforeEach
    void begin() {
        open(90);
        model.enter();
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private HouseholdRow row(int at) {
        model.rows().get(at);
        return model.rows().get(at).orElseThrow();
    }

    @Test
    void readsTheStretchesThatAreLookedAt() {
        assertThat(model.standing().get()).isEqualTo(Standing.THERE);
        assertThat(model.rows()).hasSize(90);
        assertThat(row(89).head()).isNotBlank();
        assertThat(row(3).id()).isNotEqualTo(row(63).id());
    }

    @Test
    void staysOnItsHouseholdWhateverIsWrittenMeanwhile() {
        model.stand(70);
        HouseholdRow stood = row(70);
        laptop.node().save(List.of(Draft.of(Catalogue.HOUSEHOLD, row(2).scope(), row(2).id()).with("residence", new Value.Code(3))));
        workplace.changed();
        assertThat(row(model.place().get()).id()).isEqualTo(stood.id());
        laptop.node().save(List.of(Draft.of(Catalogue.HOUSEHOLD, stood.scope(), stood.id()).with("local_number", new Value.Whole(1))));
        workplace.changed();
        assertThat(model.place().get()).as("it moved up").isLessThan(70);
        assertThat(row(model.place().get()).id()).isEqualTo(stood.id());
    }

    @Test
    void whatIsWrittenWhileNobodyLooksIsReadOnReturn() {
        model.leave();
        long readings = model.readings().get();
        workplace.changed();
        assertThat(model.readings().get()).isEqualTo(readings);
        model.enter();
        assertThat(model.readings().get()).isEqualTo(readings + 1);
        model.leave();
        model.enter();
        assertThat(model.readings().get()).as("nothing was written").isEqualTo(readings + 1);
    }

    @Test
    void aNumberLeadsToItsListOnceAndTheListStaysAsItIsLeft() {
        HouseholdFilter behind = HouseholdFilter.ALL.withSmartphone(java.util.Set.of(2));
        model.show(Optional.of(behind));
        int few = model.rows().size();
        assertThat(few).isBetween(1, 89);
        model.type("a");
        int fewer = model.rows().size();
        model.show(Optional.of(behind));
        assertThat(model.rows()).as("come back to").hasSize(fewer);
        model.show(Optional.of(HouseholdFilter.ALL.withSmartphone(java.util.Set.of(2))));
        assertThat(model.rows()).as("asked for anew").hasSize(few);
        model.show(Optional.empty());
        assertThat(model.rows()).hasSize(few);
        model.narrow(f -> f.withOrder(Order.BY_NAME));
        model.widen();
        assertThat(model.rows()).hasSize(90);
        assertThat(model.filter().get().order()).isEqualTo(Order.BY_NAME);
    }

    @Test
    void opensWhereOneStandsAndTheFirstWhereOneStandsNowhere() {
        model.open();
        model.stand(5);
        model.open();
        assertThat(went).containsExactly(new Place.Household(row(0).scope(), row(0).id()), new Place.Household(row(5).scope(), row(5).id()));
    }

    @Test
    void theNameOfAVillageFindsItsHouseholdsWhereNobodyIsCalledSo() {
        NamedVillage village = model.villages().get().getFirst();
        laptop.node().save(List.of(Draft.of(Catalogue.VILLAGE, village.scope(), village.id()).with("name", new Value.Text("Xừng Quẩy"))));
        workplace.changed();
        model.type("xung quay");
        assertThat(model.rows()).hasSize(village.households()).allMatch(r -> r.orElseThrow().village().equals(village.id()));

        String head = row(0).head();
        model.type(head + " quay");
        assertThat(model.rows()).isNotEmpty().allMatch(r -> r.orElseThrow().village().equals(village.id()));
        model.type("");
        assertThat(model.rows()).hasSize(90);
    }

    @Test
    void aNewHouseholdBeginsInTheVillageThatIsLookedAt() {
        model.narrow(f -> f.withVillage(Neighbourhood.SANG_MOC, row(0).village()));
        model.add();
        assertThat(went).containsExactly(new Place.NewHousehold(model.filter().get().commune().orElseThrow(), model.filter().get().village().orElseThrow()));
    }

    @Test
    void nothingFoundIsNotNothingThere() {
        model.type("không ai tên như vậy");
        assertThat(model.standing().get()).isEqualTo(Standing.NOTHING_FOUND);
        model.open();
        assertThat(went).isEmpty();
        laptop.close();
        folder = folder.resolve("empty");
        open(0);
        model.enter();
        assertThat(model.standing().get()).isEqualTo(Standing.NOTHING_YET);
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldAndAskedAgain() {
        laptop.node().close();
        model.type("a");
        assertThat(model.standing().get()).isEqualTo(Standing.FAILING);
        assertThat(model.failure().get()).isNotEmpty();
    }

    @Test
    void whatIsOfferedNarrowsAndIsRecognised() {
        for (Narrowing[] all : List.<Narrowing[]>of(Narrowing.Fibre.values(), Narrowing.Phone.values(), Narrowing.Poverty.values(),
                Narrowing.State.values())) {
            for (Narrowing one : all) {
                assertThat(Narrowing.of(all, one.in(HouseholdFilter.ALL.withTyped("mai")))).isEqualTo(one);
            }
        }
    }

    @Test
    void columnsGiveWayBeforeTheyAreCut() {
        assertThat(Column.fitting(78, 7)).hasSize(Column.values().length);
        assertThat(Column.fitting(55, 7)).doesNotContainKey(Column.POVERTY).containsKeys(Column.FIBRE, Column.STATE);
        assertThat(Column.fitting(44, 10)).containsOnlyKeys(Column.NUMBER, Column.HEAD, Column.PLACE, Column.STATE);
        assertThat(Column.fitting(38, 10)).as("the place goes beneath the name").containsOnlyKeys(Column.NUMBER, Column.HEAD, Column.STATE);
    }
}
