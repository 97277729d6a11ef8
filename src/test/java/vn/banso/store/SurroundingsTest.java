package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Surroundings;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.Role;

/** Questions that take all that stands around an entry: a village too full for its region, a list far longer than the plan. */
class SurroundingsTest {
    private static final ScopeId HERE = Land.SANG_MOC;

    @TempDir
    Path folder;

    @Test
    void aVillageWithMorePeopleInAHouseholdThanItsRegionHasIsAskedAbout() {
        try (Land land = new Land(folder)) {
            Node node = land.enrolled("officer", Role.COMMUNE, HERE);
            Draft place = Land.village(node, HERE, "Khuổi Uốn");
            save(node, place);
            Draft sheet = Draft.of(Catalogue.VILLAGE, HERE, place.id()).with("region", Codes.REGION.code("delta").orElseThrow());
            for (int i = 0; i < 9; i++) {
                save(node, Land.household(node, HERE, place.id()).with("size", new Value.Whole(6)));
            }
            assertThat(found(node, sheet)).as("too few to say").isEmpty();
            Draft home = Land.household(node, HERE, place.id());
            save(node, home, Land.person(node, HERE, home.id(), "Bàn Phúc Vinh", 1980), Land.person(node, HERE, home.id(), "Bàn Thị Mai", 1982));
            assertThat(node.around().inhabitants(HERE, place.id()).people()).as("whichever is more: the members, or what the sheet says").isEqualTo(58);
            assertThat(found(node, sheet)).containsExactly("check.average");
            assertThat(found(node, sheet.with("region", Codes.REGION.code("remote").orElseThrow()))).as("usual there").isEmpty();
            assertThat(found(node, Draft.of(Catalogue.VILLAGE, HERE, place.id()).with("note", new Value.Text("x")))).as("not what was touched").isEmpty();
        }
    }

    @Test
    void aListThreeTimesAsLongAsThePlanIsAskedAboutOnce() {
        try (Land land = new Land(folder)) {
            Node node = land.enrolled("trainer", Role.TRAINER, HERE);
            Draft place = Land.village(node, HERE, "Khuổi Uốn");
            Draft home = Land.household(node, HERE, place.id());
            save(node, place, home);
            Draft session = Draft.of(Catalogue.SESSION, HERE, node.freshId()).with("kind", new Value.Code(1)).with("date", new Value.Day(2026, 11, 2))
                    .with("planned_people", new Value.Whole(2));
            save(node, session);
            List<Draft> people = new ArrayList<>();
            List<Draft> ticks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                people.add(Land.person(node, HERE, home.id(), "Bàn Phúc Vinh", 1980));
                ticks.add(tick(session.id(), people.getLast().id(), i == 7 ? 2 : 1));
            }
            save(node, people.toArray(Draft[]::new));
            assertThat(found(node, ticks.subList(0, 6).toArray(Draft[]::new))).as("three times is still usual").isEmpty();
            assertThat(found(node, ticks.toArray(Draft[]::new))).as("one of seven asks").containsExactly("check.listed");
            save(node, ticks.toArray(Draft[]::new));
            assertThat(found(node, Draft.of(Catalogue.SESSION, HERE, session.id()).with("status", new Value.Code(1)))).containsExactly("check.listed");
            assertThat(found(node, tick(session.id(), people.getFirst().id(), 2))).as("one less is six").isEmpty();
        }
    }

    private static Draft tick(EntryId session, EntryId person, int presence) {
        return Draft.of(Catalogue.ATTENDANCE, HERE, NaturalId.attendance(session, person)).with("session", new Value.Ref(session))
                .with("person", new Value.Ref(person)).with("presence", new Value.Code(presence));
    }

    private static void save(Node node, Draft... drafts) {
        assertThat(node.save(List.of(drafts))).isInstanceOf(SaveResult.Saved.class);
    }

    private static List<String> found(Node node, Draft... drafts) {
        Surroundings around = node.around().with(List.of(drafts));
        return List.of(drafts).stream().flatMap(d -> Validation.check(d, node.entry(HERE, d.id()), new Validation.Context(LocalDate.of(2026, 11, 20),
                Optional.empty(), around)).stream()).map(Finding::textKey).toList();
    }
}
