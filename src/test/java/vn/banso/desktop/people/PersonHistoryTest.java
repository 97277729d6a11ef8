package vn.banso.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What was done to a person is taken back where its history tells of it. */
class PersonHistoryTest {
    private static final ScopeId COMMUNE = Neighbourhood.SANG_MOC;

    @TempDir
    private Path folder;
    private Laptop laptop;
    private EntryId person;
    private EntryId other;

    @BeforeEach
    void moveIn() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 3);
        List<EntryId> people = laptop.office().entries(Catalogue.PERSON, COMMUNE).stream().map(p -> p.id()).toList();
        person = people.getFirst();
        other = people.getLast();
    }

    @AfterEach
    void shut() {
        laptop.close();
    }

    @Test
    void aMergeIsTakenBackByWhoMayAndOnce() {
        Node office = laptop.office();
        office.acts().alias(COMMUNE, other, person);
        laptop.node().ledger().take(office.ledger().seal());
        PersonModel volunteer = history(laptop.node());
        assertThat(acts(volunteer)).as("seen, and not theirs to take back").anyMatch(a -> a.undo().isPresent()).noneMatch(a -> a.mayUndo(volunteer.workplace()));

        PersonModel model = history(office);
        undoTheOnlyOne(model);
        assertThat(office.canonical(COMMUNE, other)).isEqualTo(other);
        assertThat(acts(model)).as("once is enough").isNotEmpty().noneMatch(a -> a.mayUndo(model.workplace()));
    }

    @Test
    void whoWasDeletedIsBroughtBack() {
        laptop.node().acts().delete(COMMUNE, person, "ghi nhầm");
        PersonModel model = history(laptop.node());
        undoTheOnlyOne(model);
        assertThat(model.known().get().orElseThrow().deleted()).isEmpty();
        assertThat(laptop.node().entry(COMMUNE, person)).isPresent();
        assertThat(acts(model)).noneMatch(a -> a.mayUndo(model.workplace()));
    }

    @Test
    void aChoiceBetweenTwoValuesIsTakenBack() {
        int phone = Catalogue.PERSON.field("phone").id();
        Draft draft = Draft.of(Catalogue.PERSON, COMMUNE, person);
        laptop.office().save(List.of(draft.with("phone", new Value.Text("0912345678"))));
        laptop.node().save(List.of(draft.with("phone", new Value.Text("0987654321"))));
        laptop.node().ledger().take(laptop.office().ledger().seal());
        laptop.node().acts().resolve(COMMUNE, person, Map.of(phone, new Value.Text("0912345678")));
        undoTheOnlyOne(history(laptop.node()));
        assertThat(laptop.node().state(COMMUNE, person).orElseThrow().heads(phone)).as("they stand side by side again").hasSize(2);
    }

    private static void undoTheOnlyOne(PersonModel model) {
        assertThat(acts(model)).filteredOn(a -> a.mayUndo(model.workplace())).singleElement().satisfies(model::undo);
    }

    private static List<PastAct> acts(PersonModel model) {
        return model.history().get().orElseThrow();
    }

    private PersonModel history(Node node) {
        OpenRegister workplace = new OpenRegister(node, new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        PersonModel model = new PersonModel(workplace, COMMUNE, person);
        model.reread();
        model.turnHistory();
        return model;
    }
}
