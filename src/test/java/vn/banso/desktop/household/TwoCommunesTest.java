package vn.banso.desktop.household;

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
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.sync.Admission;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** A laptop that works for two communes: a new household is of the one that was named, looked at or answered. */
class TwoCommunesTest {
    private static final ScopeId A = Neighbourhood.SANG_MOC;
    private static final ScopeId B = Neighbourhood.LA_BANG;

    @TempDir
    private Path folder;
    private final AtOnce background = new AtOnce();
    private final List<Place> went = new ArrayList<>();
    private Neighbourhood around;
    private Node node;
    private OpenRegister workplace;
    private DoorstepModel model;
    private EntryId villageOfB;

    @BeforeEach
    void open() throws MalformedException, Admission.NotEntitledException {
        around = new Neighbourhood(folder);
        node = around.laptop("two", around.province(), Role.COMMUNE, A, B);
        village(A, "Nà Lay");
        villageOfB = village(B, "Đồng Hỷ");
        workplace = new OpenRegister(node, background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
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
    void shut() {
        around.close();
    }

    private EntryId village(ScopeId commune, String name) {
        EntryId id = node.freshId();
        node.save(List.of(Draft.of(Catalogue.VILLAGE, commune, id).with("name", new Value.Text(name))));
        return id;
    }

    private HouseholdForm form() {
        return model.form().get().orElseThrow();
    }

    private void write(String name) {
        Consent.say(form().household(), Consent.GIVEN, form().today());
        form().members().getLast().commitText(HouseholdForm.NAME, name);
    }

    @Test
    void fromAVillageItIsOfTheCommuneOfThatVillage() {
        workplace.refreshMe();
        model.open(new Place.NewHousehold(B, villageOfB));
        assertThat(form().opened().scope()).isEqualTo(B);
        assertThat(form().village()).contains(villageOfB);
        write("Lò Thị Mai");
        EntryId id = form().household().id();
        model.saveAndNext();
        assertThat(node.entry(B, id)).isPresent();
        assertThat(node.entry(A, id)).isEmpty();
        model.leave();

        model.open(new Place.NewHousehold());
        assertThat(form().opened().scope()).as("where the last one was").isEqualTo(B);
    }

    @Test
    void withNothingThatSaysWhichSomebodyIsAsked() {
        workplace.refreshMe();
        model.open(new Place.NewHousehold());
        assertThat(model.form().get()).isEmpty();
        assertThat(model.newPlace.question().get()).containsExactlyInAnyOrder(A, B);
        model.newPlace.answer(B);
        assertThat(form().opened().scope()).isEqualTo(B);
        assertThat(form().opened().villages()).extracting(v -> v.id()).containsExactly(villageOfB);
        model.leave();

        workplace.communes().chosen().set(Optional.of(A));
        model.open(new Place.NewHousehold());
        assertThat(form().opened().scope()).as("the one that is looked at").isEqualTo(A);
    }

    @Test
    void itIsOpenedAlsoWhereTheNodeHasNotSaidYetWhichCommunesThereAre() {
        model.open(new Place.NewHousehold());
        assertThat(model.form().get()).isEmpty();
        workplace.refreshMe();
        model.newPlace.answer(A);
        assertThat(form().opened().scope()).isEqualTo(A);
    }

    @Test
    void theCommuneIsPutRightWithAllThatWasTyped() {
        workplace.refreshMe();
        workplace.communes().chosen().set(Optional.of(A));
        model.open(new Place.NewHousehold());
        write("Lò Thị Mai");
        background.pass();
        EntryId id = form().household().id();
        assertThat(node.drafts().list()).allMatch(d -> d.scope().equals(A)).isNotEmpty();

        model.belongsTo(B);
        assertThat(form().opened().scope()).isEqualTo(B);
        assertThat(form().name()).contains("Lò Thị Mai");
        assertThat(node.drafts().list()).as("nothing is left behind").allMatch(d -> d.scope().equals(B)).isNotEmpty();
        form().household().commit(HouseholdForm.VILLAGE, new Value.Ref(villageOfB));
        model.save();
        assertThat(node.entry(B, id)).isPresent();
        assertThat(node.linking(Catalogue.PERSON, "household", B, id)).hasSize(1);
        assertThat(node.entry(A, id)).isEmpty();
        assertThat(node.drafts().list()).isEmpty();
    }

    @Test
    void whereTheDiskTakesNothingItStaysWhereItWasWithAllThatWasTyped() {
        workplace.refreshMe();
        workplace.communes().chosen().set(Optional.of(A));
        model.open(new Place.NewHousehold());
        write("Lò Thị Mai");
        background.pass();
        background.failing(new IllegalStateException("the disk is full"));
        model.belongsTo(B);
        assertThat(form().opened().scope()).isEqualTo(A);
        assertThat(form().name()).contains("Lò Thị Mai");
        assertThat(workplace.notice().get()).hasValueSatisfying(n -> assertThat(n.tone()).isEqualTo(Notice.Tone.LOOK));
        background.working();
        form().members().getFirst().commitText(HouseholdForm.NAME, "Lò Thị Mái");
        background.pass();
        assertThat(node.drafts().forms()).singleElement().matches(f -> f.scope().equals(A));
        model.belongsTo(B);
        assertThat(form().name()).contains("Lò Thị Mái");
        background.pass();
        assertThat(node.drafts().forms()).singleElement().matches(f -> f.scope().equals(B));
    }

    @Test
    void aMoveIsTakenBackAndLeadsBackWhoeverIsStillThere() {
        workplace.refreshMe();
        model.open(new Place.NewHousehold(B, villageOfB));
        write("Lò Thị Mai");
        EntryId id = form().household().id();
        model.save();
        ShellModel shell = new ShellModel(workplace);
        Place here = new Place.Household(B, id);
        shell.go(here);
        DoorstepModel page = new DoorstepModel(workplace, shell);
        page.open(here);
        for (boolean elsewhere : List.of(false, true)) {
            new HouseholdActs(page).move(page.form().get().orElseThrow(), A);
            Place there = shell.place().get();
            assertThat(there).isInstanceOfSatisfying(Place.Household.class, h -> assertThat(h.scope()).isEqualTo(A));
            assertThat(node.acts().movedTo(B, id)).contains(A);
            if (elsewhere) {
                shell.go(new Place.Today());
            }
            workplace.notice().get().flatMap(Notice::undo).orElseThrow().run();
            assertThat(node.acts().movedTo(B, id)).as("it is back, elsewhere %s", elsewhere).isEmpty();
            assertThat(shell.place().get()).isEqualTo(elsewhere ? new Place.Today() : here);
            page.reopen(page.form().get().orElseThrow());
        }
    }

    @Test
    void aHouseholdBegunInOneIsOfferedAgainThere() {
        workplace.refreshMe();
        model.open(new Place.NewHousehold(B, villageOfB));
        write("Lò Thị Mai");
        form().household().commitText(Catalogue.HOUSEHOLD.field("phone"), "12");
        background.pass();
        EntryId id = form().household().id();
        model.leave();
        model.open(new Place.Household(B, id));
        assertThat(form().opened().scope()).isEqualTo(B);
        assertThat(form().name()).contains("Lò Thị Mai");
    }
}
