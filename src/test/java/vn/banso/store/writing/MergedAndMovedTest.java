package vn.banso.store.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.Tally;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
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

/** Families that go on in another commune and come back, after two of them became one, or while somebody deleted one without knowing. */
class MergedAndMovedTest {
    private static final ScopeId HERE = Land.SANG_MOC;

    @TempDir
    private Path folder;

    @Test
    void whoRefusedUnderTheOtherNameIsNotCountedAfterMoving() {
        try (Land land = new Land(folder)) {
            Node officer = land.enrolled("officer", Role.COMMUNE, HERE, Land.LA_BANG);
            Draft village = Land.village(officer, HERE, "Khuổi Uốn");
            Draft household = Land.household(officer, HERE, village.id());
            Draft an = Land.person(officer, HERE, household.id(), "Bàn Phúc Vinh", 1956);
            Draft again = Land.person(officer, HERE, household.id(), "Bàn Phúc Vinh", 1956).with("consent", Codes.CONSENT.code("refused").orElseThrow());
            saved(officer, village, household, an, again);
            Draft course = Draft.of(Catalogue.CLASS, HERE, officer.freshId()).with("name", new Value.Text("Lớp Khuổi Uốn"));
            Draft session = Draft.of(Catalogue.SESSION, HERE, officer.freshId()).with("kind", new Value.Code(1)).with("class", new Value.Ref(course.id()))
                    .with("date", new Value.Day(2026, 11, 2)).with("status", new Value.Code(1));
            EntryId person = an.id();
            saved(officer, course, session, Draft.of(Catalogue.ATTENDANCE, HERE, NaturalId.attendance(session.id(), person)).with("session", new Value.Ref(session.id()))
                    .with("person", new Value.Ref(person)).with("presence", new Value.Code(1)));
            assertThat(officer.acts().alias(HERE, again.id(), person).isSaved()).isTrue();
            Map<String, Tally> before = CommuneSums.of(officer);
            assertThat(before.get("I15.people").withheld()).isEqualTo(1);
            assertThat(officer.acts().move(HERE, household.id(), Land.LA_BANG).isSaved()).isTrue();
            assertThat(CommuneSums.of(officer)).isEqualTo(before);
        }
    }

    @Test
    void twoWhoWereThereAndAreOneSinceAreOneThereToo() {
        try (Land land = new Land(folder)) {
            Node officer = land.enrolled("officer", Role.COMMUNE, HERE, Land.LA_BANG);
            Draft village = Land.village(officer, HERE, "Khuổi Uốn");
            Draft household = Land.household(officer, HERE, village.id());
            Draft an = Land.person(officer, HERE, household.id(), "Bàn Phúc Vinh", 1956);
            Draft again = Land.person(officer, HERE, household.id(), "Bàn Phúc Vinh", 1965);
            saved(officer, village, household, an, again, passed(officer, again));
            moved(officer, HERE, household.id(), Land.LA_BANG);
            moved(officer, Land.LA_BANG, officer.entries(Catalogue.HOUSEHOLD, Land.LA_BANG).getFirst().id(), HERE);
            assertThat(officer.acts().alias(HERE, again.id(), an.id()).isSaved()).isTrue();
            Map<String, Tally> before = CommuneSums.of(officer);
            moved(officer, HERE, household.id(), Land.LA_BANG);
            assertThat(officer.entries(Catalogue.PERSON, Land.LA_BANG)).hasSize(1);
            assertThat(CommuneSums.of(officer)).isEqualTo(before);
            assertThat(officer.attention()).as("its village is to be chosen there, nothing else").extracting(Attention::kind).containsExactly(Attention.Kind.UNPLACED);
        }
    }

    @Test
    void oneWhoWasThereAndIsTwoSinceIsTwoThereToo() {
        try (Land land = new Land(folder)) {
            Node officer = land.enrolled("officer", Role.COMMUNE, HERE, Land.LA_BANG);
            Draft village = Land.village(officer, HERE, "Khuổi Uốn");
            Draft household = Land.household(officer, HERE, village.id());
            Draft an = Land.person(officer, HERE, household.id(), "Bàn Phúc Vinh", 1956);
            Draft other = Land.person(officer, HERE, household.id(), "Bàn Phúc Vinh", 1965);
            saved(officer, village, household, an, other, passed(officer, an), passed(officer, other));
            assertThat(officer.acts().alias(HERE, other.id(), an.id()).isSaved()).isTrue();
            moved(officer, HERE, household.id(), Land.LA_BANG);
            moved(officer, Land.LA_BANG, officer.entries(Catalogue.HOUSEHOLD, Land.LA_BANG).getFirst().id(), HERE);
            assertThat(officer.acts().unalias(HERE, other.id()).isSaved()).isTrue();
            Map<String, Tally> before = CommuneSums.of(officer);
            moved(officer, HERE, household.id(), Land.LA_BANG);
            assertThat(CommuneSums.of(officer)).isEqualTo(before);
            assertThat(officer.entries(Catalogue.ASSESSMENT, Land.LA_BANG)).extracting(a -> a.ref(Catalogue.ASSESSMENT.field("person"))).as("each has its own")
                    .doesNotHaveDuplicates().hasSize(2);
            moved(officer, Land.LA_BANG, officer.entries(Catalogue.HOUSEHOLD, Land.LA_BANG).getFirst().id(), HERE);
            moved(officer, HERE, household.id(), Land.LA_BANG);
            assertThat(officer.entries(Catalogue.ASSESSMENT, Land.LA_BANG)).as("none comes twice").hasSize(2);
        }
    }

    @Test
    void whoWasDeletedByOneWhoDidNotKnowIsStillAskedAboutWhenTheFamilyComesBack() {
        try (Land land = new Land(folder)) {
            Node officer = land.enrolled("officer", Role.COMMUNE, HERE, Land.LA_BANG);
            Node trainer = land.enrolled("trainer", Role.TRAINER, HERE);
            Draft village = Land.village(officer, HERE, "Khuổi Uốn");
            Draft household = Land.household(officer, HERE, village.id());
            Draft an = Land.person(officer, HERE, household.id(), "Bàn Phúc Vinh", 1956);
            Draft result = passed(officer, an);
            saved(officer, village, household, an, result);
            Land.exchange(officer, trainer);
            moved(officer, HERE, household.id(), Land.LA_BANG);
            assertThat(trainer.acts().delete(HERE, an.id(), "ghi nhầm").isSaved()).isTrue();
            assertThat(trainer.acts().delete(HERE, result.id(), "ghi nhầm").isSaved()).isTrue();
            Land.exchange(officer, trainer);
            List<Attention> asked = officer.attention().stream().filter(a -> a.kind() == Attention.Kind.CONFLICT).toList();
            assertThat(asked).extracting(a -> a.entry().orElseThrow()).containsExactlyInAnyOrder(an.id(), result.id());
            Map<String, Tally> before = CommuneSums.of(officer);
            moved(officer, Land.LA_BANG, officer.entries(Catalogue.HOUSEHOLD, Land.LA_BANG).getFirst().id(), HERE);
            assertThat(officer.attention().stream().filter(a -> a.kind() == Attention.Kind.CONFLICT).toList()).isEqualTo(asked);
            assertThat(CommuneSums.of(officer)).isEqualTo(before);
            assertThat(officer.acts().delete(HERE, an.id(), "đúng là ghi nhầm").isSaved()).isTrue();
            assertThat(officer.state(HERE, an.id()).orElseThrow().deleted()).as("whoever decides decides").isTrue();
        }
    }

    private static Draft passed(Node officer, Draft person) {
        return Draft.of(Catalogue.ASSESSMENT, HERE, officer.freshId()).with("person", new Value.Ref(person.id()))
                .with("date", new Value.Day(2026, 11, 2)).with("result", new Value.Code(2)).with("level", new Value.Code(2));
    }

    private static void moved(Node officer, ScopeId from, EntryId household, ScopeId to) {
        assertThat(officer.acts().move(from, household, to)).matches(SaveResult::isSaved, "saved");
    }

    private static void saved(Node officer, Draft... drafts) {
        assertThat(officer.save(List.of(drafts))).matches(SaveResult::isSaved, "saved");
    }
}
