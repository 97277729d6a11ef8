package vn.banso.store.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.CommuneSums;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.Role;

/** What somebody adds to a thing that somebody else has moved or deleted is never lost without a word. */
class OrphansTest {
    private static final ScopeId HERE = Land.SANG_MOC;
    private static final ScopeId THERE = Land.LA_BANG;

    @TempDir
    Path folder;

    private Land land;
    private Node officer;
    private Node an;
    private EntryId village;
    private EntryId household;
    private EntryId person;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        officer = land.enrolled("officer", Role.COMMUNE, HERE, THERE);
        an = land.enrolled("an", Role.TRAINER, HERE);
        village = saved(officer, Land.village(officer, HERE, "Khuổi Uốn"));
        household = saved(officer, Land.household(officer, HERE, village));
        person = saved(officer, Land.person(officer, HERE, household, "Triệu Thị Mến", 1956));
        Land.exchange(officer, an);
    }

    @AfterEach
    void close() {
        land.close();
    }

    private static EntryId saved(Node node, Draft draft) {
        assertThat(node.save(List.of(draft))).isInstanceOf(SaveResult.Saved.class);
        return draft.id();
    }

    private EntryId newcomer() {
        return saved(an, Land.person(an, HERE, household, "Triệu Văn Cương", 1990));
    }

    private List<Attention> told(Node node, Kind kind) {
        return node.attention().stream().filter(a -> a.kind() == kind).toList();
    }

    private void exchanged() {
        Land.exchange(officer, an);
        assertThat(an.digest(Optional.of(HERE))).isEqualTo(officer.digest(Optional.of(HERE)));
        assertThat(officer.upkeep().check().isSound()).isTrue();
    }

    @Test
    void whoWasAddedToAHouseholdThatMovedFollowsAtOnePress() {
        newcomer();
        saved(an, Draft.of(Catalogue.HOUSEHOLD, HERE, household).with("size", new Value.Whole(5)));
        officer.acts().move(HERE, household, THERE);
        exchanged();
        assertThat(told(officer, Kind.CONFLICT)).as("there is nothing to decide").isEmpty();
        assertThat(told(officer, Kind.LEFT_BEHIND)).singleElement().satisfies(a -> {
            assertThat(a.entry()).contains(household);
            assertThat(a.count()).as("a member and what was written to the household").isEqualTo(2);
        });
        assertThat(told(an, Kind.LEFT_BEHIND)).as("both are told").hasSize(1);
        assertThat(officer.acts().follow(HERE, household).isSaved()).isTrue();
        exchanged();
        assertThat(told(officer, Kind.LEFT_BEHIND)).isEmpty();
        assertThat(told(an, Kind.LEFT_BEHIND)).isEmpty();
        assertThat(officer.entries(Catalogue.PERSON, THERE)).hasSize(2);
        assertThat(officer.entries(Catalogue.PERSON, HERE)).isEmpty();
        Entry there = officer.entries(Catalogue.HOUSEHOLD, THERE).getFirst();
        assertThat(officer.entries(Catalogue.PERSON, THERE)).allMatch(p -> p.ref(Catalogue.PERSON.field("household")).equals(Optional.of(there.id())));
        assertThat(told(officer, Kind.CONFLICT)).as("two sizes stand side by side where the household is now").singleElement()
                .satisfies(a -> assertThat(a.entry()).contains(there.id()));
    }

    @Test
    void aHouseholdThatMovedAsksForItsVillage() {
        officer.acts().move(HERE, household, THERE);
        Entry there = officer.entries(Catalogue.HOUSEHOLD, THERE).getFirst();
        assertThat(told(officer, Kind.UNPLACED)).singleElement().satisfies(a -> assertThat(a.entry()).contains(there.id()));
        EntryId place = saved(officer, Land.village(officer, THERE, "Làng Thái"));
        saved(officer, Draft.of(Catalogue.HOUSEHOLD, THERE, there.id()).with("village", new Value.Ref(place)));
        assertThat(told(officer, Kind.UNPLACED)).isEmpty();
    }

    @Test
    void whoWasAddedToADeletedHouseholdIsAskedAboutAndWhoWasThereIsNot() {
        officer.acts().delete(HERE, household, "nhà trống");
        assertThat(told(officer, Kind.ORPHANED)).as("the one who deletes knows who lives there").isEmpty();
        newcomer();
        exchanged();
        assertThat(told(officer, Kind.ORPHANED)).singleElement().satisfies(a -> {
            assertThat(a.entry()).contains(household);
            assertThat(a.count()).isEqualTo(1);
        });
        officer.acts().restore(HERE, household);
        assertThat(told(officer, Kind.ORPHANED)).isEmpty();
        assertThat(CommuneSums.of(officer).get("I01").all()).isEqualTo(2);
        officer.acts().delete(HERE, household, "nhà trống");
        exchanged();
        assertThat(told(an, Kind.ORPHANED)).as("deleted once more by somebody who knew").isEmpty();
    }

    @Test
    void whatSomebodyLearntInADeletedHouseholdIsAskedAboutToo() {
        officer.acts().delete(HERE, household, "nhà trống");
        saved(an, Draft.of(Catalogue.ASSESSMENT, HERE, an.freshId()).with("person", new Value.Ref(person)).with("date", new Value.Day(2026, 11, 3))
                .with("result", new Value.Code(1)));
        exchanged();
        assertThat(told(officer, Kind.ORPHANED)).singleElement().satisfies(a -> assertThat(a.entry()).contains(household));
    }

    @Test
    void sessionsOfADeletedClassTheirListsAndMembersOfADeletedTeamAreAskedAbout() {
        EntryId course = saved(an, Draft.of(Catalogue.CLASS, HERE, an.freshId()).with("name", new Value.Text("Lớp Khuổi Uốn")));
        EntryId team = saved(officer, Draft.of(Catalogue.TEAM, HERE, officer.freshId()).with("village", new Value.Ref(village)));
        Draft session = Draft.of(Catalogue.SESSION, HERE, an.freshId()).with("kind", new Value.Code(1)).with("date", new Value.Day(2026, 11, 2));
        EntryId free = saved(an, session);
        exchanged();
        officer.acts().delete(HERE, course, "ghi nhầm");
        officer.acts().delete(HERE, team, "ghi nhầm");
        officer.acts().delete(HERE, free, "ghi nhầm");
        saved(an, Draft.of(Catalogue.SESSION, HERE, an.freshId()).with("kind", new Value.Code(1)).with("date", new Value.Day(2026, 11, 3))
                .with("class", new Value.Ref(course)));
        saved(an, Draft.of(Catalogue.ATTENDANCE, HERE, NaturalId.attendance(free, person)).with("session", new Value.Ref(free))
                .with("person", new Value.Ref(person)).with("presence", new Value.Code(1)));
        saved(an, Draft.of(Catalogue.TEAM_MEMBER, HERE, an.freshId()).with("name", new Value.Text("Bàn Thị Lan")).with("team", new Value.Ref(team)));
        exchanged();
        assertThat(told(officer, Kind.ORPHANED)).extracting(a -> a.entry().orElseThrow()).containsExactlyInAnyOrder(course, free, team);
    }

    @Test
    void whatWasTaughtStaysWhereItWasTaught() {
        EntryId session = saved(an, Draft.of(Catalogue.SESSION, HERE, an.freshId()).with("kind", new Value.Code(1)).with("date", new Value.Day(2026, 11, 2)));
        saved(an, Draft.of(Catalogue.ATTENDANCE, HERE, NaturalId.attendance(session, person)).with("session", new Value.Ref(session))
                .with("person", new Value.Ref(person)).with("presence", new Value.Code(1)));
        exchanged();
        officer.acts().move(HERE, household, THERE);
        exchanged();
        assertThat(told(officer, Kind.LEFT_BEHIND)).isEmpty();
        assertThat(CommuneSums.of(an).get("I15.people").n()).isEqualTo(1);
    }
}
