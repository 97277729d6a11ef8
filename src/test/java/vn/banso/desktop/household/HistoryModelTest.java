package vn.banso.desktop.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What is done with a household as a whole, and what its history tells of it. */
class HistoryModelTest {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    private static final Field ADDRESS = Catalogue.HOUSEHOLD.field("address_hint");

    @TempDir
    Path folder;
    private final Answers answers = new Answers();
    private Laptop laptop;
    private OpenRegister workplace;
    private DoorstepModel model;
    private HouseholdRow row;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 8);
        row = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
        at(laptop.node());
    }

    private void at(Node node) {
        workplace = new OpenRegister(node, new AtOnce(), Laptop.CLOCK, answers, new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        model = new DoorstepModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {}

            @Override
            public void back() {}
        });
        model.open(new Place.Household(SCOPE, row.id()));
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    @Test
    void eachActSaysWhatItsAuthorHadSeen() {
        writeApart();
        HistoryModel history = history();
        Value before = history.acts().stream().filter(a -> a.kind().equals(Optional.of(Kind.CREATE)) && a.person().isEmpty())
                .flatMap(a -> a.differences().stream()).filter(d -> d.field().equals(ADDRESS)).findFirst().orElseThrow().after();
        assertThat(history.acts().stream().filter(a -> a.kind().equals(Optional.of(Kind.SET))).flatMap(a -> a.differences().stream()))
                .extracting(HistoryModel.Difference::before).containsOnly(before);
        assertThat(history.acts().getFirst().author().holder()).isNotBlank();
    }

    @Test
    void aConflictShowsBothValuesAndIsDecidedByOneOfThem() {
        writeApart();
        HistoryModel history = history();
        assertThat(history.conflicts()).singleElement().satisfies(c -> assertThat(c.sides()).extracting(s -> s.value())
                .containsExactlyInAnyOrder(new Value.Text("cạnh trạm y tế"), new Value.Text("sau chợ phiên")));
        HistoryModel.Conflict conflict = history.conflicts().getFirst();
        Value chosen = conflict.sides().getLast().value();
        history.decide(conflict, conflict.sides().getLast(), () -> { });
        assertThat(history.conflicts()).isEmpty();
        assertThat(laptop.node().entry(SCOPE, row.id()).orElseThrow().value(ADDRESS)).contains(chosen);
        HistoryModel.Act decided = history.acts().getFirst();
        history.undo(decided, () -> { });
        assertThat(history.conflicts()).as("they stand side by side again").singleElement()
                .satisfies(c -> assertThat(c.sides()).extracting(HistoryModel.Side::value).isEqualTo(conflict.sides().stream().map(HistoryModel.Side::value).toList()));
        assertThat(history.acts()).as("nothing of it is left to take back").noneMatch(history::mayUndo);
    }

    @Test
    void aHouseholdThatWasDeletedIsRestoredFromItsHistory() {
        laptop.node().acts().delete(SCOPE, row.id(), "ghi nhầm");
        workplace.changed();
        HistoryModel history = history();
        HistoryModel.Act deleted = history.acts().getFirst();
        assertThat(history.mayUndo(deleted)).isTrue();
        history.undo(deleted, () -> { });
        assertThat(laptop.node().entry(SCOPE, row.id())).isPresent();
        assertThat(history.acts()).as("once is enough").noneMatch(history::mayUndo);
    }

    @Test
    void aMergeIsSeenInTheHistoryOfTheOneThatStaysAndTakenBackWithItsPeople() {
        EntryId other = laptop.office().households().page(HouseholdFilter.ALL, 1, 1).rows().getFirst().id();
        List<Entry> here = laptop.office().linking(Catalogue.PERSON, "household", SCOPE, row.id());
        List<Entry> there = laptop.office().linking(Catalogue.PERSON, "household", SCOPE, other);
        laptop.office().acts().alias(SCOPE, other, row.id());
        laptop.office().acts().alias(SCOPE, there.getFirst().id(), here.getFirst().id());
        laptop.node().ledger().take(laptop.office().ledger().seal());
        at(laptop.node());
        assertThat(history().acts().stream().filter(a -> a.kind().equals(Optional.of(Kind.ALIAS)))).as("a volunteer sees it").hasSize(2);
        assertThat(history().acts()).noneMatch(history()::mayUndo);

        at(laptop.office());
        HistoryModel history = history();
        history.undo(history.acts().stream().filter(history::mayUndo).filter(a -> a.type().equals(Catalogue.HOUSEHOLD)).findFirst().orElseThrow(), () -> { });
        assertThat(laptop.office().linking(Catalogue.PERSON, "household", SCOPE, row.id())).hasSameSizeAs(here);
        assertThat(laptop.office().linking(Catalogue.PERSON, "household", SCOPE, other)).hasSameSizeAs(there);
        assertThat(laptop.office().canonical(SCOPE, there.getFirst().id())).isEqualTo(there.getFirst().id());
    }

    @Test
    void deletingNeedsAReasonAndCanBeTakenBack() {
        HouseholdActs acts = new HouseholdActs(model);
        acts.delete(form());
        assertThat(form().opened().deleted()).isFalse();
        answers.words("ghi hai lần");
        acts.delete(form());
        assertThat(form().opened().deleted()).isTrue();
        assertThat(history().acts().getFirst().words()).isEqualTo("ghi hai lần");
        workplace.notice().get().flatMap(Notice::undo).orElseThrow().run();
        assertThat(form().opened().deleted()).isFalse();
        assertThat(form().name()).contains(row.head());
    }

    @Test
    void whoLeftStaysInTheRegisterAsLeft() {
        new HouseholdActs(model).markLeft(form());
        model.save();
        assertThat(laptop.node().entry(SCOPE, row.id()).orElseThrow().code(Catalogue.HOUSEHOLD.field("residence"))).isEqualTo(3);
        workplace.notice().get().flatMap(Notice::undo).ifPresent(Runnable::run);
    }

    @Test
    void whereNoOtherCommuneIsHeldNothingCanBeMoved() {
        assertThat(new HouseholdActs(model).elsewhere(form())).isEmpty();
    }

    private HouseholdForm form() {
        return model.form().get().orElseThrow();
    }

    private HistoryModel history() {
        HistoryModel history = new HistoryModel(workplace, form());
        history.read(() -> { });
        return history;
    }

    /** Two laptops write the same field without having met. */
    private void writeApart() {
        laptop.office().save(List.of(Draft.of(Catalogue.HOUSEHOLD, SCOPE, row.id()).with("address_hint", new Value.Text("cạnh trạm y tế"))));
        laptop.node().save(List.of(Draft.of(Catalogue.HOUSEHOLD, SCOPE, row.id()).with("address_hint", new Value.Text("sau chợ phiên"))));
        laptop.node().ledger().take(laptop.office().ledger().seal());
    }
}
