package vn.banso.store.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.Tally;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.CommuneSums;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;
import vn.banso.trust.governance.Role;

/** What is done to an entry that goes by several names, and what goes along to another commune: nobody is lost, nobody counts twice. */
class MovingTest {
    private static final ScopeId HERE = Land.SANG_MOC;
    private static final ScopeId THERE = Land.LA_BANG;

    @TempDir
    Path folder;

    private Land land;
    private Node officer;
    private EntryId village;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        officer = land.enrolled("officer", Role.COMMUNE, HERE, THERE);
        Draft place = Land.village(officer, HERE, "Khuổi Uốn");
        saved(place);
        village = place.id();
    }

    @AfterEach
    void close() {
        land.close();
    }

    private void saved(Draft... drafts) {
        assertThat(officer.save(List.of(drafts))).isInstanceOf(SaveResult.Saved.class);
    }

    private EntryId household() {
        Draft household = Land.household(officer, HERE, village);
        saved(household);
        return household.id();
    }

    private EntryId person(EntryId household, String name) {
        Draft person = Land.person(officer, HERE, household, name, 1956);
        saved(person);
        return person.id();
    }

    private List<EntryId> live(EntryType type, ScopeId scope) {
        return officer.entries(type, scope).stream().map(Entry::id).toList();
    }

    private void alias(EntryId id, EntryId into) {
        assertThat(officer.acts().alias(HERE, id, into).isSaved()).isTrue();
    }

    /** A class with one session held, at which both of these were and practised, and the second passed an assessment. */
    private EntryId taught(EntryId... people) {
        Draft course = Draft.of(Catalogue.CLASS, HERE, officer.freshId()).with("name", new Value.Text("Lớp Khuổi Uốn"));
        Draft session = Draft.of(Catalogue.SESSION, HERE, officer.freshId()).with("kind", new Value.Code(1)).with("class", new Value.Ref(course.id()))
                .with("date", new Value.Day(2026, 11, 2)).with("status", new Value.Code(1));
        saved(course, session);
        for (EntryId person : people) {
            saved(attendance(session.id(), person, 1), Draft.of(Catalogue.PRACTICE, HERE, NaturalId.practice(session.id(), person))
                    .with("session", new Value.Ref(session.id())).with("person", new Value.Ref(person)).with("done", new Value.Code(1)));
            saved(Draft.of(Catalogue.ASSESSMENT, HERE, officer.freshId()).with("person", new Value.Ref(person)).with("date", new Value.Day(2026, 11, 3))
                    .with("result", new Value.Code(1)).with("level", new Value.Code(2)).with("session", new Value.Ref(session.id())));
            saved(Draft.of(Catalogue.VNEID_CONFIRMATION, HERE, officer.freshId()).with("person", new Value.Ref(person))
                    .with("date", new Value.Day(2026, 11, 3)).with("confirmed", new Value.Code(1)));
        }
        return session.id();
    }

    private static Draft attendance(EntryId session, EntryId person, int presence) {
        return Draft.of(Catalogue.ATTENDANCE, HERE, NaturalId.attendance(session, person)).with("session", new Value.Ref(session))
                .with("person", new Value.Ref(person)).with("presence", new Value.Code(presence));
    }

    @Test
    void peopleKeepWhatTheyLearntAndTheOldCommuneWhatItTaught() {
        EntryId household = household();
        EntryId person = person(household, "Triệu Thị Mến");
        saved(Draft.of(Catalogue.HOUSEHOLD, HERE, household).with("head", new Value.Ref(person)));
        taught(person);
        Map<String, Tally> before = CommuneSums.of(officer);
        assertThat(before.get("I16").n()).isEqualTo(1);
        assertThat(before.get("I15.people").n()).isEqualTo(1);
        assertThat(officer.acts().move(HERE, household, THERE).isSaved()).isTrue();
        assertThat(CommuneSums.of(officer)).isEqualTo(before);
        Entry moved = officer.entries(Catalogue.HOUSEHOLD, THERE).getFirst();
        assertThat(moved.ref(Catalogue.HOUSEHOLD.field("village"))).as("to be chosen there").isEmpty();
        assertThat(moved.ref(Catalogue.HOUSEHOLD.field("head"))).contains(live(Catalogue.PERSON, THERE).getFirst());
        assertThat(live(Catalogue.ASSESSMENT, HERE)).isEmpty();
        assertThat(live(Catalogue.ASSESSMENT, THERE)).hasSize(1);
        assertThat(live(Catalogue.ATTENDANCE, HERE)).hasSize(1);
    }

    /** Everything is again what it was, under its own name, and what was written meanwhile is kept. */
    @Test
    void movingBackTakesAMoveBack() {
        EntryId household = household();
        EntryId person = person(household, "Triệu Thị Mến");
        saved(Draft.of(Catalogue.HOUSEHOLD, HERE, household).with("head", new Value.Ref(person)).with("phone", new Value.Text("0912345678")));
        EntryId session = taught(person);
        Map<String, Tally> before = CommuneSums.of(officer);
        List<EntryId> assessments = live(Catalogue.ASSESSMENT, HERE);
        for (int again = 0; again < 2; again++) {
            assertThat(officer.acts().move(HERE, household, THERE).isSaved()).isTrue();
            EntryId there = live(Catalogue.HOUSEHOLD, THERE).getFirst();
            EntryId them = live(Catalogue.PERSON, THERE).getFirst();
            saved(Draft.of(Catalogue.PERSON, THERE, them).with("account", new Value.Code(1 + again)),
                    Draft.of(Catalogue.HOUSEHOLD, THERE, there).with("phone", Value.BLANK));
            assertThat(officer.acts().move(THERE, there, HERE).isSaved()).isTrue();
            assertThat(live(Catalogue.HOUSEHOLD, HERE)).containsExactly(household);
            assertThat(live(Catalogue.HOUSEHOLD, THERE)).isEmpty();
            assertThat(live(Catalogue.PERSON, HERE)).containsExactly(person);
            assertThat(live(Catalogue.PERSON, THERE)).isEmpty();
            assertThat(live(Catalogue.ASSESSMENT, HERE)).isEqualTo(assessments);
            Entry home = officer.entry(HERE, household).orElseThrow();
            assertThat(home.ref(Catalogue.HOUSEHOLD.field("village"))).contains(village);
            assertThat(home.ref(Catalogue.HOUSEHOLD.field("head"))).contains(person);
            assertThat(home.text(Catalogue.HOUSEHOLD.field("phone"))).as("emptied meanwhile").isEmpty();
            assertThat(officer.entry(HERE, person).orElseThrow().code(Catalogue.PERSON.field("account"))).isEqualTo(1 + again);
            assertThat(officer.attention()).isEmpty();
        }
        Map<String, Tally> after = CommuneSums.of(officer);
        after.put("I09", before.get("I09"));
        after.put("I21.account", before.get("I21.account"));
        assertThat(after).isEqualTo(before);
        saved(attendance(session, person, 3));
        assertThat(officer.upkeep().check().isSound()).isTrue();
    }

    @Test
    void whoCameLateUnderOneNameAndWasMissedUnderTheOtherCame() {
        EntryId household = household();
        EntryId an = person(household, "Bàn Phúc Vinh");
        EntryId again = person(household, "Bàn Phúc Vinh");
        EntryId session = taught();
        saved(attendance(session, an, 2), attendance(session, again, 3));
        alias(again, an);
        assertThat(CommuneSums.of(officer).get("I15.attendances")).isEqualTo(new Tally(1, 1, 1, 1));
        officer.acts().unalias(HERE, again);
        alias(an, again);
        assertThat(CommuneSums.of(officer).get("I15.attendances")).as("whichever stays").isEqualTo(new Tally(1, 1, 1, 1));
    }

    @Test
    void aMergedHouseholdMovesWithAllItsPeopleEachOnce() {
        EntryId first = household();
        EntryId second = household();
        EntryId an = person(first, "Bàn Phúc Vinh");
        EntryId again = person(second, "Bàn Phúc Vinh");
        person(second, "Bàn Thị Lan");
        taught(an, again);
        alias(second, first);
        alias(again, an);
        Map<String, Tally> before = CommuneSums.of(officer);
        assertThat(before.get("I15.attendances").n()).as("who was ticked under two names came once").isEqualTo(1);
        assertThat(before.get("I01").n()).isEqualTo(2);
        assertThat(officer.acts().move(HERE, first, THERE).isSaved()).isTrue();
        assertThat(CommuneSums.of(officer)).isEqualTo(before);
        assertThat(live(Catalogue.HOUSEHOLD, THERE)).hasSize(1);
        assertThat(live(Catalogue.PERSON, THERE)).hasSize(2);
        assertThat(live(Catalogue.PERSON, HERE)).isEmpty();
        assertThat(officer.attention()).extracting(Attention::kind).doesNotContain(Attention.Kind.CONFLICT);
    }

    @Test
    void whatNobodyDecidedIsToBeDecidedThere() {
        EntryId household = household();
        Node an = land.enrolled("an", Role.VOLUNTEER, HERE);
        Land.exchange(officer, an);
        Draft edit = Draft.of(Catalogue.HOUSEHOLD, HERE, household);
        an.save(List.of(edit.with("size", new Value.Whole(5))));
        saved(edit.with("size", new Value.Whole(6)));
        Land.exchange(officer, an);
        Object shown = officer.entry(HERE, household).orElseThrow().whole(Catalogue.HOUSEHOLD.field("size"));
        officer.acts().move(HERE, household, THERE);
        EntryId moved = live(Catalogue.HOUSEHOLD, THERE).getFirst();
        assertThat(officer.entry(THERE, moved).orElseThrow().whole(Catalogue.HOUSEHOLD.field("size"))).isEqualTo(shown);
        assertThat(officer.attention()).filteredOn(a -> a.kind() == Attention.Kind.CONFLICT).singleElement()
                .satisfies(a -> assertThat(a.entry()).contains(moved));
    }

    @Test
    void deletedRestoredAndErasedUnderEveryName() {
        EntryId household = household();
        EntryId an = person(household, "Bàn Phúc Vinh");
        EntryId again = person(household, "Bàn Phúc Vinh");
        alias(again, an);
        assertThat(officer.acts().delete(HERE, an, "ghi nhầm").isSaved()).isTrue();
        assertThat(live(Catalogue.PERSON, HERE)).as("the other name does not come back instead").isEmpty();
        assertThat(officer.acts().restore(HERE, an).isSaved()).isTrue();
        assertThat(live(Catalogue.PERSON, HERE)).containsExactly(an);
        assertThat(officer.acts().erase(HERE, an).isSaved()).isTrue();
        assertThat(live(Catalogue.PERSON, HERE)).isEmpty();
        assertThat(officer.entry(HERE, again)).isEmpty();
        assertThat(officer.search("ban phuc vinh", 10)).isEmpty();
        assertThat(officer.upkeep().check().isSound()).isTrue();
    }

    @Test
    void anAnswerThatStandsOnlyInTheFormGivenUpCounts() {
        EntryId household = household();
        EntryId an = person(household, "Bàn Phúc Vinh");
        EntryId again = person(household, "Bàn Phúc Vinh");
        saved(Draft.of(Catalogue.PERSON, HERE, again).with("vneid", new Value.Code(3)).with("smartphone", new Value.Code(3)));
        alias(again, an);
        assertThat(CommuneSums.of(officer).get("I11")).isEqualTo(new Tally(1, 1, 1, 1));
        assertThat(CommuneSums.of(officer).get("I01").n()).as("where both say something, the one that stays").isEqualTo(1);
        assertThat(officer.entry(HERE, an).orElseThrow().code(Catalogue.PERSON.field("vneid"))).isEqualTo(3);
        saved(Draft.of(Catalogue.PERSON, HERE, again).with("account", new Value.Code(1)));
        assertThat(officer.state(HERE, an).orElseThrow().heads(Catalogue.PERSON.field("account").id())).as("written where people see it").hasSize(1);
        saved(Draft.of(Catalogue.PERSON, HERE, an).with("vneid", Value.BLANK));
        assertThat(CommuneSums.of(officer).get("I11").answered()).as("cleared is cleared").isZero();
        officer.acts().unalias(HERE, again);
        assertThat(CommuneSums.of(officer).get("I11").n()).isEqualTo(1);
        assertThat(CommuneSums.of(officer).get("I11").all()).isEqualTo(2);
    }

    @Test
    void aTickUnderTheOtherNameIsFoundAndTakenBack() {
        EntryId household = household();
        EntryId an = person(household, "Bàn Phúc Vinh");
        EntryId again = person(household, "Bàn Phúc Vinh");
        EntryId session = taught(again);
        alias(again, an);
        EntryId asked = NaturalId.attendance(session, an);
        assertThat(officer.acts().delete(HERE, asked, "bỏ đánh dấu").isSaved()).isTrue();
        assertThat(CommuneSums.of(officer).get("I15.attendances").all()).isZero();
        saved(attendance(session, an, 1));
        assertThat(CommuneSums.of(officer).get("I15.attendances")).isEqualTo(new Tally(1, 1, 1, 1));
    }

    @Test
    void oneMembershipPerPersonAndTeamAfterAMerge() {
        EntryId household = household();
        EntryId an = person(household, "Bàn Phúc Vinh");
        EntryId again = person(household, "Bàn Phúc Vinh");
        Draft team = Draft.of(Catalogue.TEAM, HERE, officer.freshId()).with("village", new Value.Ref(village));
        saved(team);
        for (EntryId person : List.of(an, again)) {
            saved(Draft.of(Catalogue.TEAM_MEMBER, HERE, officer.freshId()).with("team", new Value.Ref(team.id()))
                    .with("name", new Value.Text("Bàn Phúc Vinh")).with("person", new Value.Ref(person)));
        }
        assertThat(CommuneSums.of(officer).get("I20.members").all()).isEqualTo(2);
        alias(again, an);
        assertThat(CommuneSums.of(officer).get("I20.members").all()).isEqualTo(1);
        Node late = land.enrolled("late", Role.VOLUNTEER, HERE);
        Land.exchange(officer, late);
        assertThat(CommuneSums.of(late).get("I20.members").all()).as("by whatever way it came").isEqualTo(1);
        assertThat(late.digest(Optional.of(HERE))).isEqualTo(officer.digest(Optional.of(HERE)));
    }

    @Test
    void aHouseholdOfWhichTheVillageAloneIsKnownIsThereAllTheSame() {
        Draft bare = Draft.of(Catalogue.HOUSEHOLD, HERE, officer.freshId()).with("village", new Value.Ref(village));
        saved(bare);
        person(bare.id(), "Triệu Văn Chòi");
        assertThat(officer.acts().move(HERE, bare.id(), THERE).isSaved()).isTrue();
        assertThat(live(Catalogue.HOUSEHOLD, THERE)).hasSize(1);
        assertThat(officer.entries(Catalogue.PERSON, THERE)).singleElement()
                .satisfies(p -> assertThat(p.ref(Catalogue.PERSON.field("household"))).contains(live(Catalogue.HOUSEHOLD, THERE).getFirst()));
        assertThat(officer.acts().move(THERE, live(Catalogue.HOUSEHOLD, THERE).getFirst(), HERE).isSaved()).isTrue();
        assertThat(live(Catalogue.HOUSEHOLD, HERE)).containsExactly(bare.id());
    }
}
