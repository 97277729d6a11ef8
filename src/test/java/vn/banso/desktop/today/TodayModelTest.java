package vn.banso.desktop.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.indicators.Visit;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.store.lists.Visits.Due;
import vn.banso.store.writing.FormDraft;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What home tells, and where its numbers lead, without a window. */
class TodayModelTest {
    @TempDir
    Path folder;

    private Laptop laptop;
    private Node node;
    private AtOnce background;
    private OpenRegister workplace;
    private TodayModel model;
    private final List<Place> went = new ArrayList<>();

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.TRAINER, 80);
        node = laptop.node();
        background = new AtOnce();
        workplace = new OpenRegister(node, background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        model = new TodayModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {
                went.add(place);
            }

            @Override
            public void back() {
                throw new AssertionError("nobody goes back from here");
            }
        });
        model.enter();
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private HouseholdFilter opened() {
        return ((Place.Households) went.getLast()).filter().orElseThrow();
    }

    private HouseholdRow row(int at) {
        return node.households().page(HouseholdFilter.ALL, at, 1).rows().getFirst();
    }

    @Test
    void everyNumberOfVisitsIsAsLongAsTheListBehindIt() {
        Map<Visit, Due> visits = model.visits().get().orElseThrow();
        assertThat(visits).containsOnlyKeys(Visit.values());
        visits.forEach((why, due) -> {
            model.open(why);
            assertThat(node.households().page(opened(), 0, 1).total()).as(why.name()).isEqualTo(due.households());
        });
        assertThat(visits.values().stream().filter(due -> due.households() > 0).count()).as("there is something to do").isGreaterThan(2);
    }

    @Test
    void aVillageAndWhatItLacksAreListsToo() {
        TargetLine goal = model.goals().get().orElseThrow().getFirst();
        assertThat(goal.target()).as("the goals that bind come first").isPresent();
        TargetLine.Share last = goal.villages().getFirst();
        model.open(last.village());
        assertThat(node.households().page(opened(), 0, 1).total()).isEqualTo(last.village().households());
        model.openMissing(goal, Optional.of(last.village()));
        long missing = last.tally().d() - last.tally().n();
        assertThat(node.households().page(opened(), 0, 1).total()).isBetween(1, (int) missing);
    }

    @Test
    void allVillagesTogetherAreAListToo() {
        TargetLine goal = model.goals().get().orElseThrow().getFirst();
        model.openMissing(goal, Optional.empty());
        long missing = goal.whole().d() - goal.whole().n();
        assertThat(node.households().page(opened(), 0, 1).total()).isBetween(1, (int) missing);
        assertThat(model.begun().get().orElseThrow()).isEqualTo(new Begun(node.households().villages().size(), 80));
    }

    @Test
    void theVillagesOfAGoalAddUpAndTheFurthestIsFirst() {
        for (TargetLine goal : model.goals().get().orElseThrow()) {
            assertThat(goal.villages().stream().mapToLong(s -> s.tally().n()).sum()).isEqualTo(goal.whole().n());
            assertThat(goal.villages()).isSortedAccordingTo((a, b) -> Double.compare(share(a), share(b)));
        }
    }

    @Test
    void aTargetThatTheCommuneRecordsStandsInPlaceOfTheShippedOne() throws Exception {
        TargetLine shipped = goal("I01");
        assertThat(shipped.target().orElseThrow().decision()).contains("411");
        assertThat(laptop.office().save(List.of(Draft.of(Catalogue.TARGET, Neighbourhood.SANG_MOC, laptop.office().freshId())
                .with("indicator", new Value.Text("I01")).with("threshold", new Value.Whole(97_500))
                .with("decision_number", new Value.Text("12/KH-UBND")))).isSaved()).isTrue();
        node.ledger().take(laptop.office().ledger().seal());
        workplace.changed();
        assertThat(goal("I01").target().orElseThrow().decision()).isEqualTo("12/KH-UBND");
        assertThat(goal("I01").villages()).allMatch(s -> TargetLine.threshold(s.target()).getAsDouble() == .975);
        assertThat(goal("I17").target().orElseThrow().threshold()).as("others stay as shipped").isEqualTo(100_000);
    }

    private TargetLine goal(String line) {
        return model.goals().get().orElseThrow().stream().filter(g -> g.line().key().equals(line)).findFirst().orElseThrow();
    }

    private static double share(TargetLine.Share share) {
        return share.tally().d() == 0 ? 0 : (double) share.tally().n() / share.tally().d();
    }

    @Test
    void whatWasWrittenIsToldWhenSomebodyLooksAgain() {
        assertThat(model.waiting().get().orElseThrow().here()).isZero();
        model.leave();
        node.save(List.of(Draft.of(Catalogue.HOUSEHOLD, row(3).scope(), row(3).id()).with("local_number", new Value.Whole(999))));
        workplace.changed();
        assertThat(model.waiting().get().orElseThrow().here()).isZero();
        model.enter();
        assertThat(model.waiting().get().orElseThrow().here()).isEqualTo(1);
        node.ledger().markHandedOver(node.ledger().seal(), "USB");
        workplace.changed();
        assertThat(model.waiting().get().orElseThrow().under()).isEqualTo(1);
    }

    @Test
    void aHouseholdAndItsPeopleAreOneUnfinishedForm() {
        HouseholdRow row = row(4);
        node.drafts().keep(FormDraft.of(List.of(Draft.of(Catalogue.HOUSEHOLD, row.scope(), row.id()).with("size", new Value.Whole(6)), Draft.of(Catalogue.PERSON, row.scope(), node.freshId()).with("household", new Value.Ref(row.id()))
                .with("name", new Value.Text("Lò Văn Bé")))));
        EntryId fresh = node.freshId();
        node.drafts().keep(FormDraft.of(List.of(Draft.of(Catalogue.HOUSEHOLD, row.scope(), fresh).with("village", new Value.Ref(row.village())), Draft.of(Catalogue.PERSON, row.scope(), node.freshId()).with("household", new Value.Ref(fresh))
                .with("name", new Value.Text("Triệu Thị Mới")))));
        workplace.changed();
        List<Unfinished> forms = model.unfinished().get().orElseThrow();
        assertThat(forms).extracting(Unfinished::name).containsExactly("Triệu Thị Mới", row.head());
        assertThat(forms.getFirst().place()).isEqualTo(new Place.Household(row.scope(), fresh));
    }

    @Test
    void sessionsToComeAndThoseThatNobodyNoted() {
        session(-40);
        EntryId before = session(-2);
        EntryId tonight = session(0);
        EntryId later = session(5);
        EntryId held = session(-1);
        node.save(List.of(Draft.of(Catalogue.SESSION, Neighbourhood.SANG_MOC, held).with("status", new Value.Code(1))));
        workplace.changed();
        List<Planned> planned = model.planned().get().orElseThrow();
        assertThat(planned).extracting(Planned::id).contains(before, tonight, later).doesNotContain(held);
        assertThat(planned).filteredOn(p -> p.id().equals(before)).allMatch(Planned::past);
        assertThat(planned).filteredOn(p -> p.id().equals(tonight)).noneMatch(Planned::past);
    }

    private EntryId session(int inDays) {
        EntryId id = node.freshId();
        assertThat(node.save(List.of(Draft.of(Catalogue.SESSION, Neighbourhood.SANG_MOC, id).with("kind", new Value.Code(1))
                .with("date", Value.Day.of(model.today().plusDays(inDays))))).isSaved()).isTrue();
        return id;
    }

    @Test
    void whatNeedsALookComesAfterTheRest() {
        assertThat(model.attention().get()).isEmpty();
        background.pass();
        assertThat(model.attention().get()).isPresent();
    }

    @Test
    void aStoreThatDoesNotAnswerIsTold() {
        node.close();
        model.read();
        assertThat(model.failure().get()).isNotEmpty();
    }
}
