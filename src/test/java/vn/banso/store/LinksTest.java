package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.Role;

/** Links to nothing, to something else and to something gone are told at the field, with the way on. */
class LinksTest {
    private static final ScopeId HERE = Land.SANG_MOC;
    private static final ScopeId THERE = Land.LA_BANG;

    @TempDir
    Path folder;

    private Land land;
    private Node node;
    private EntryId village;
    private EntryId household;
    private EntryId person;

    @BeforeEach
    void record() {
        land = new Land(folder);
        node = land.enrolled("officer", Role.COMMUNE, HERE, THERE);
        village = saved(Land.village(node, HERE, "Khuổi Uốn"));
        household = saved(Land.household(node, HERE, village));
        person = saved(Land.person(node, HERE, household, "Triệu Thị Mến", 1956));
    }

    @AfterEach
    void close() {
        land.close();
    }

    private EntryId saved(Draft draft) {
        assertThat(node.save(List.of(draft))).isInstanceOf(SaveResult.Saved.class);
        return draft.id();
    }

    private List<Finding> found(Draft... drafts) {
        Validation.Context context = Validation.Context.on(LocalDate.of(2026, 11, 20)).among(node.around().with(List.of(drafts)));
        return List.of(drafts).stream().flatMap(d -> Validation.check(d, node.entry(d.scope(), d.id()), context).stream()).toList();
    }

    private Draft memberOf(EntryId home) {
        return Land.person(node, HERE, home, "Triệu Văn Cương", 1990);
    }

    private void refused(Draft draft, String key, String field) {
        assertThat(found(draft)).filteredOn(Finding::blocks).extracting(Finding::textKey).containsExactly(key);
        assertThat(node.save(List.of(draft))).isInstanceOfSatisfying(SaveResult.Refused.class, r -> assertThat(r.refusals()).singleElement()
                .satisfies(no -> assertThat(no.finding().orElseThrow().field().key()).isEqualTo(field)));
    }

    @Test
    void whatLeadsWhereItShouldIsSaidNothingOf() {
        assertThat(found(memberOf(household))).isEmpty();
        Draft home = Land.household(node, HERE, village);
        Draft head = Land.person(node, HERE, home.id(), "Triệu Văn Cương", 1990);
        assertThat(found(home.with("head", new Value.Ref(head.id())), head)).as("each other's, in one save").isEmpty();
    }

    @Test
    void whatIsNotHereYetMayStillCome() {
        assertThat(found(memberOf(node.freshId()))).singleElement().satisfies(f -> {
            assertThat(f.textKey()).isEqualTo("check.link.absent");
            assertThat(f.field().key()).isEqualTo("household");
            assertThat(f.blocks()).isFalse();
        });
    }

    @Test
    void anotherTypeIsRefusedAsALinkAndAsAnId() {
        refused(memberOf(person), "check.link.other_type", "household");
        refused(Draft.of(Catalogue.PERSON, HERE, household).with("household", new Value.Ref(household)).with("name", new Value.Text("Triệu Văn Cương")),
                "check.entry.other_type", "household");
    }

    @Test
    void whatWasDeletedIsToBeRestoredFirst() {
        node.acts().delete(HERE, household, "nhà trống");
        refused(memberOf(household), "check.link.deleted", "household");
        node.acts().restore(HERE, household);
        assertThat(found(memberOf(household))).isEmpty();
    }

    @Test
    void whatHasMovedIsToldWhereto() {
        node.acts().move(HERE, household, THERE);
        refused(memberOf(household), "check.link.moved", "household");
        refused(Draft.of(Catalogue.HOUSEHOLD, HERE, household).with("size", new Value.Whole(5)), "check.entry.moved", "village");
        EntryId there = node.entries(Catalogue.HOUSEHOLD, THERE).getFirst().id();
        refused(memberOf(there), "check.link.elsewhere", "household");
    }

    @Test
    void aLinkThatStoodThereBeforeIsAskedOfNobody() {
        node.acts().delete(HERE, household, "nhà trống");
        assertThat(found(Draft.of(Catalogue.PERSON, HERE, person).with("household", new Value.Ref(household)).with("born", new Value.Day(1957, 0, 0)))).isEmpty();
    }
}
