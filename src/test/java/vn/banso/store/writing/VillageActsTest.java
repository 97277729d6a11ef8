package vn.banso.store.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.Tally;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
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
import vn.banso.store.register.VillageCounts;
import vn.banso.store.writing.VillageChange.Decision;
import vn.banso.store.writing.VillagePreview.Obstacle;
import vn.banso.trust.governance.Role;

/** Villages are renamed, merged, split and moved; each leaves a trace and can be taken back; nobody is lost and nobody counts twice. */
class VillageActsTest {
    private static final ScopeId HERE = Land.SANG_MOC;
    private static final ScopeId THERE = Land.LA_BANG;
    private static final Decision DECISION = new Decision(Optional.of("12/NQ-HĐND"), Optional.of(new Value.Day(2026, 12, 1)));

    @TempDir
    Path folder;

    private Land land;
    private Node officer;
    private EntryId uon;
    private EntryId meo;

    @BeforeEach
    void twoVillages() {
        land = new Land(folder);
        officer = land.enrolled("officer", Role.COMMUNE, HERE, THERE);
        uon = village("Khuổi Uốn", 60);
        meo = village("Khuổi Mèo", 40);
        household(officer, uon, "Triệu Thị Mến");
        household(officer, meo, "Bàn Phúc Vinh");
    }

    @AfterEach
    void close() {
        land.close();
    }

    private EntryId village(String name, long households) {
        Draft village = Land.village(officer, HERE, name).with("household_count", new Value.Whole(households)).with("commune", new Value.Text("05719"))
                .with("unit_list", new Value.Text("2025-07-01"));
        save(officer, village);
        return village.id();
    }

    private static EntryId household(Node node, EntryId village, String head) {
        Draft household = Land.household(node, HERE, village);
        save(node, household);
        save(node, Land.person(node, HERE, household.id(), head, 1956));
        return household.id();
    }

    private static void save(Node node, Draft... drafts) {
        assertThat(node.save(List.of(drafts))).isInstanceOf(SaveResult.Saved.class);
    }

    private VillageActs acts() {
        return officer.acts().villages();
    }

    private VillageChange done(VillagePlan plan) {
        EntryId id = officer.freshId();
        assertThat(acts().preview(plan).obstacles()).isEmpty();
        assertThat(acts().carryOut(plan, DECISION, id).isSaved()).isTrue();
        return acts().change(HERE, id).orElseThrow();
    }

    private void undone(VillageChange change) {
        assertThat(acts().againstUndo(change)).isEmpty();
        assertThat(acts().undo(change).isSaved()).isTrue();
        assertThat(acts().change(HERE, change.id()).orElseThrow().isUndone()).isTrue();
        assertThat(acts().againstUndo(acts().change(HERE, change.id()).orElseThrow())).contains(Obstacle.UNDONE);
    }

    private Map<String, Tally> counts() {
        return CommuneSums.of(officer);
    }

    private List<String> names(ScopeId scope) {
        return officer.entries(Catalogue.VILLAGE, scope).stream().map(e -> e.text(Catalogue.VILLAGE.field("name")).orElseThrow()).sorted().toList();
    }

    private Entry sheet(EntryId village) {
        return officer.entry(HERE, village).orElseThrow();
    }

    private List<EntryId> live(EntryType type, ScopeId scope) {
        return officer.entries(type, scope).stream().map(Entry::id).toList();
    }

    private static SortedSet<EntryId> set(EntryId... ids) {
        return new TreeSet<>(List.of(ids));
    }

    @Test
    void aRenamedVillageKeepsItsPeopleAndItsOldNameInTheTrace() {
        VillageChange change = done(new VillagePlan.Rename(HERE, uon, " Khuổi  Uốn 1"));
        assertThat(names(HERE)).containsExactly("Khuổi Mèo", "Khuổi Uốn 1");
        assertThat(change.nameBefore()).isEqualTo("Khuổi Uốn");
        assertThat(change.decision()).contains("12/NQ-HĐND");
        undone(change);
        assertThat(names(HERE)).containsExactly("Khuổi Mèo", "Khuổi Uốn");
    }

    /** A laptop that does not know yet goes on writing to the village that is gone: what it writes is in the merged one at once. */
    @Test
    void twoVillagesBecomeOneAndAreTwoAgain() {
        Node trainer = land.enrolled("trainer", Role.TRAINER, HERE);
        Land.exchange(officer, trainer);
        VillagePlan plan = new VillagePlan.Merge(HERE, uon, set(meo), "Khuổi Tâm");
        assertThat(acts().preview(plan)).extracting(VillagePreview::households, VillagePreview::people).containsExactly(2L, 2L);
        VillageChange change = done(plan);
        assertThat(names(HERE)).containsExactly("Khuổi Tâm");
        assertThat(sheet(uon).whole(Catalogue.VILLAGE.field("household_count"))).contains(100L);
        assertThat(sheet(uon).items(Catalogue.VILLAGE.field("predecessors"))).containsExactly(meo.toString());
        household(trainer, meo, "Lý Thị Tâm");
        Land.exchange(officer, trainer);
        assertThat(new VillageCounts(officer).households(HERE)).isEqualTo(Map.of(uon, 3L));
        assertThat(new VillageCounts(trainer).households(HERE)).isEqualTo(Map.of(uon, 3L));
        assertThat(trainer.digest(Optional.of(HERE))).isEqualTo(officer.digest(Optional.of(HERE)));
        undone(change);
        assertThat(names(HERE)).containsExactly("Khuổi Mèo", "Khuổi Uốn");
        assertThat(new VillageCounts(officer).households(HERE)).isEqualTo(Map.of(uon, 1L, meo, 2L));
        assertThat(sheet(uon).whole(Catalogue.VILLAGE.field("household_count"))).contains(60L);
        assertThat(sheet(uon).items(Catalogue.VILLAGE.field("predecessors"))).isEmpty();
    }

    /** Nothing is put into the first part by itself; when everybody was told, the old village is closed, and what comes late is told of. */
    @Test
    void aSplitWaitsForSomebodyToSayWhoWentWhere() {
        Node trainer = land.enrolled("trainer", Role.TRAINER, HERE);
        EntryId second = household(officer, uon, "Hoàng Thị Pà");
        EntryId team = officer.freshId();
        save(officer, Draft.of(Catalogue.TEAM, HERE, team).with("village", new Value.Ref(uon)));
        Land.exchange(officer, trainer);
        Map<String, Tally> before = counts();
        VillageChange split = done(new VillagePlan.Split(HERE, uon, List.of("Uốn Trên", "Uốn Dưới")));
        assertThat(sheet(uon).value(Catalogue.VILLAGE.field("status"))).isEqualTo(Codes.VILLAGE_STATUS.code("pending"));
        assertThat(acts().waiting(split)).hasSize(3).extracting(Entry::id).contains(second, team);
        assertThat(acts().preview(new VillagePlan.Rename(HERE, uon, "Uốn")).obstacles()).containsExactly(Obstacle.SPLIT_WAITS);
        List<EntryId> parts = List.copyOf(split.after());
        assertThat(acts().assign(split, parts.get(0), List.of(second)).isSaved()).isTrue();
        assertThat(new VillageCounts(officer).households(HERE)).isEqualTo(Map.of(uon, 1L, parts.get(0), 1L, meo, 1L));
        assertThat(acts().assign(split, parts.get(1), acts().waiting(split).stream().map(Entry::id).toList()).isSaved()).isTrue();
        assertThat(names(HERE)).containsExactly("Khuổi Mèo", "Uốn Dưới", "Uốn Trên");
        assertThat(counts().get("I03")).isEqualTo(before.get("I03"));
        EntryId late = household(trainer, uon, "Lý Thị Tâm");
        Land.exchange(officer, trainer);
        assertThat(officer.attention()).filteredOn(a -> a.kind() == Attention.Kind.ORPHANED).extracting(a -> a.entry().orElseThrow()).containsExactly(uon);
        assertThat(officer.acts().restore(HERE, uon).isSaved()).isTrue();
        assertThat(acts().waiting(split)).extracting(Entry::id).containsExactly(late);
        assertThat(acts().againstUndo(split)).isEmpty();
        undone(split);
        assertThat(names(HERE)).containsExactly("Khuổi Mèo", "Khuổi Uốn");
        assertThat(new VillageCounts(officer).households(HERE)).isEqualTo(Map.of(uon, 3L, meo, 1L));
        assertThat(live(Catalogue.TEAM, HERE)).containsExactly(team);
    }

    /** All who live there go along, the team too; sums over both communes stay; back, everything has its own name again. */
    @Test
    void aVillageGoesToAnotherCommuneAndComesBack() {
        EntryId team = officer.freshId();
        save(officer, Draft.of(Catalogue.TEAM, HERE, team).with("village", new Value.Ref(uon)));
        Node trainer = land.enrolled("trainer", Role.TRAINER, HERE);
        Land.exchange(officer, trainer);
        Map<String, Tally> before = counts();
        List<EntryId> households = live(Catalogue.HOUSEHOLD, HERE);
        VillageChange change = done(new VillagePlan.Move(HERE, uon, THERE));
        assertThat(counts()).isEqualTo(before);
        assertThat(names(HERE)).containsExactly("Khuổi Mèo");
        Entry there = officer.entries(Catalogue.VILLAGE, THERE).getFirst();
        assertThat(there.text(Catalogue.VILLAGE.field("commune"))).contains("05818");
        assertThat(there.items(Catalogue.VILLAGE.field("predecessors"))).containsExactly(uon.toString());
        assertThat(new VillageCounts(officer).households(THERE)).isEqualTo(Map.of(there.id(), 1L));
        assertThat(live(Catalogue.TEAM, THERE)).hasSize(1);
        assertThat(change.other().orElseThrow().scope()).isEqualTo(THERE);
        assertThat(acts().changes(THERE)).singleElement().satisfies(arrival -> {
            assertThat(arrival.isArrival()).isTrue();
            assertThat(acts().againstUndo(arrival)).contains(Obstacle.FROM_THERE);
        });
        household(trainer, uon, "Lý Thị Tâm");
        Land.exchange(officer, trainer);
        assertThat(officer.attention()).filteredOn(a -> a.kind() == Attention.Kind.LEFT_BEHIND).extracting(a -> a.entry().orElseThrow()).containsExactly(uon);
        assertThat(officer.acts().follow(HERE, uon).isSaved()).isTrue();
        assertThat(new VillageCounts(officer).households(THERE)).isEqualTo(Map.of(there.id(), 2L));
        undone(change);
        assertThat(names(THERE)).isEmpty();
        assertThat(new VillageCounts(officer).households(HERE)).isEqualTo(Map.of(uon, 2L, meo, 1L));
        assertThat(live(Catalogue.HOUSEHOLD, HERE)).containsAll(households).hasSize(3);
        assertThat(live(Catalogue.TEAM, HERE)).containsExactly(team);
        assertThat(sheet(uon).text(Catalogue.VILLAGE.field("commune"))).contains("05719");
        assertThat(acts().changes(THERE)).allMatch(VillageChange::isUndone);
    }

    /** Of many, who completed a class is looked for once: nobody's class is forgotten, and nobody else gets one. */
    @Test
    void aCrowdTakesItsClassesAlong() {
        for (int i = 0; i < 30; i++) {
            household(officer, uon, "Lý Văn Páo");
        }
        EntryId learner = officer.linking(Catalogue.PERSON, "household", HERE, officer.linking(Catalogue.HOUSEHOLD, "village", HERE, uon).getFirst().id()).getFirst().id();
        Draft course = Draft.of(Catalogue.CLASS, HERE, officer.freshId()).with("name", new Value.Text("Lớp Khuổi Uốn"));
        Draft session = Draft.of(Catalogue.SESSION, HERE, officer.freshId()).with("kind", new Value.Code(1)).with("class", new Value.Ref(course.id()))
                .with("date", new Value.Day(2026, 11, 2)).with("status", new Value.Code(1));
        save(officer, course, session, Draft.of(Catalogue.ATTENDANCE, HERE, NaturalId.attendance(session.id(), learner))
                .with("session", new Value.Ref(session.id())).with("person", new Value.Ref(learner)).with("presence", new Value.Code(1)),
                Draft.of(Catalogue.PRACTICE, HERE, NaturalId.practice(session.id(), learner)).with("session", new Value.Ref(session.id()))
                        .with("person", new Value.Ref(learner)).with("done", new Value.Code(1)));
        Map<String, Tally> before = counts();
        assertThat(before.get("I16").n()).isEqualTo(1);
        VillageChange change = done(new VillagePlan.Move(HERE, uon, THERE));
        assertThat(counts()).isEqualTo(before);
        assertThat(officer.entries(Catalogue.PERSON, THERE)).hasSize(31)
                .filteredOn(p -> p.day(Catalogue.PERSON.field("completed_elsewhere")).isPresent()).hasSize(1);
        undone(change);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertThat(acts().preview(new VillagePlan.Rename(HERE, uon, " ")).obstacles()).containsExactly(Obstacle.NAMES);
        assertThat(acts().preview(new VillagePlan.Rename(HERE, uon, "Khuổi Uốn")).obstacles()).containsExactly(Obstacle.NOTHING_NEW);
        assertThat(acts().preview(new VillagePlan.Rename(HERE, officer.freshId(), "Uốn")).obstacles()).containsExactly(Obstacle.NO_VILLAGE);
        assertThat(acts().preview(new VillagePlan.Merge(HERE, uon, set(uon), "Uốn")).obstacles()).containsExactly(Obstacle.NOTHING_NEW);
        assertThat(acts().preview(new VillagePlan.Split(HERE, uon, List.of("Uốn", "Uốn "))).obstacles()).containsExactly(Obstacle.NAMES);
        assertThat(acts().preview(new VillagePlan.Split(HERE, uon, List.of("Uốn"))).obstacles()).containsExactly(Obstacle.NOTHING_NEW);
        assertThat(acts().preview(new VillagePlan.Move(HERE, uon, ScopeId.commune("2025-07-01", "05716"))).obstacles()).containsExactly(Obstacle.NOT_PERMITTED);
        assertThat(acts().preview(new VillagePlan.Rename(HERE, uon, "khuoi meo")).sameName()).as("said, not forbidden").isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> acts().carryOut(new VillagePlan.Rename(HERE, uon, ""), DECISION, officer.freshId()));
        Node volunteer = land.enrolled("volunteer", Role.VOLUNTEER, HERE);
        Land.exchange(officer, volunteer);
        assertThat(volunteer.acts().villages().carryOut(new VillagePlan.Rename(HERE, uon, "Uốn"), DECISION, volunteer.freshId())).isInstanceOf(SaveResult.Refused.class);
        VillageChange renamed = done(new VillagePlan.Rename(HERE, uon, "Uốn"));
        done(new VillagePlan.Merge(HERE, meo, set(uon), "Khuổi Mèo"));
        assertThat(acts().againstUndo(renamed)).contains(Obstacle.CHANGED_SINCE);
    }
}
