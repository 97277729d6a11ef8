package vn.banso.store.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.trust.governance.Role;

/** What people do to whole entries, and what others see of it. */
class ActsTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private Node officer;
    private Draft village;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        officer = land.enrolled("officer", Role.COMMUNE, Land.SANG_MOC, Land.LA_BANG);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Land.exchange(land.province, officer);
        village = Land.village(an, Land.SANG_MOC, "Khuổi Uốn");
        an.save(List.of(village));
    }

    @AfterEach
    void close() {
        land.close();
    }

    private Draft family(String name) {
        Draft household = Land.household(an, Land.SANG_MOC, village.id());
        assertThat(an.save(List.of(household, Land.person(an, Land.SANG_MOC, household.id(), name, 1956))).isSaved()).isTrue();
        return household;
    }

    private static List<EntryId> households(Node node) {
        return node.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC).stream().map(Entry::id).toList();
    }

    private void bothHoldTheSame() {
        Land.exchange(an, officer);
        assertThat(an.digest(Optional.of(Land.SANG_MOC))).isEqualTo(officer.digest(Optional.of(Land.SANG_MOC)));
        assertThat(an.upkeep().check().isSound()).isTrue();
        assertThat(officer.upkeep().check().isSound()).isTrue();
    }

    @Test
    void deletedIsGoneAndComesBack() {
        EntryId id = family("Triệu Thị Mến").id();
        an.acts().delete(Land.SANG_MOC, id, "chuyển đi nơi khác");
        assertThat(households(an)).isEmpty();
        bothHoldTheSame();
        assertThat(households(officer)).isEmpty();
        officer.acts().restore(Land.SANG_MOC, id);
        bothHoldTheSame();
        assertThat(households(an)).containsExactly(id);
        assertThat(an.history(Land.SANG_MOC, id)).hasSize(3).allMatch(p -> p.refused().isEmpty());
    }

    @Test
    void deletedHereAndEditedThereIsAConflictAndStays() {
        EntryId id = family("Triệu Thị Mến").id();
        bothHoldTheSame();
        an.acts().delete(Land.SANG_MOC, id, "nhà trống");
        officer.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, id).with("size", new Value.Whole(6))));
        bothHoldTheSame();
        assertThat(households(an)).containsExactly(id);
        assertThat(an.attention()).extracting(Attention::kind).containsExactly(Kind.CONFLICT);
    }

    @Test
    void theSameFieldWrittenTwiceIsShownAndDecided() {
        EntryId id = family("Đặng Văn Lưu").id();
        bothHoldTheSame();
        Draft edit = Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, id);
        an.save(List.of(edit.with("size", new Value.Whole(5)).with("computer", new Value.Code(1))));
        officer.save(List.of(edit.with("size", new Value.Whole(6)).with("business", new Value.Code(2))));
        bothHoldTheSame();
        int size = Catalogue.HOUSEHOLD.field("size").id();
        Entry shown = an.entry(Land.SANG_MOC, id).orElseThrow();
        assertThat(shown.code(Catalogue.HOUSEHOLD.field("computer"))).isEqualTo(1);
        assertThat(shown.code(Catalogue.HOUSEHOLD.field("business"))).isEqualTo(2);
        assertThat(an.state(Land.SANG_MOC, id).orElseThrow().heads(size)).hasSize(2);
        assertThat(officer.attention()).extracting(Attention::kind).containsExactly(Kind.CONFLICT);
        officer.acts().resolve(Land.SANG_MOC, id, Map.of(size, new Value.Whole(5)));
        bothHoldTheSame();
        assertThat(an.attention()).isEmpty();
        assertThat(an.entry(Land.SANG_MOC, id).orElseThrow().whole(Catalogue.HOUSEHOLD.field("size"))).contains(5L);
    }

    @Test
    void severalMergedAtOnceAreAllMergedOrNone() {
        EntryId stays = family("Đặng Văn Lưu").id();
        EntryId goes = family("Đặng Văn Lưu").id();
        Map<EntryId, EntryId> into = new LinkedHashMap<>(Map.of(goes, stays));
        into.put(an.freshId(), stays);
        assertThatThrownBy(() -> an.acts().alias(Land.SANG_MOC, into))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(households(an)).containsExactlyInAnyOrder(stays, goes);
    }

    @Test
    void twoHouseholdsBecomeOneAndTwoAgain() {
        EntryId first = family("Bàn Phúc Vinh").id();
        EntryId second = family("Bàn Phúc Vinh").id();
        bothHoldTheSame();
        assertThat(officer.attention()).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo(Kind.DUPLICATE);
            assertThat(List.of(a.entry().orElseThrow(), a.other().orElseThrow())).containsExactlyInAnyOrder(first, second);
        });
        assertThat(officer.acts().alias(Land.SANG_MOC, second, first).isSaved()).isTrue();
        bothHoldTheSame();
        assertThat(households(an)).containsExactly(first);
        assertThat(an.canonical(Land.SANG_MOC, second)).isEqualTo(first);
        assertThat(an.context().db.sql("SELECT count(*) FROM v_person WHERE household = ?").put(first).number()).isEqualTo(2);
        assertThat(an.attention()).isEmpty();
        officer.acts().unalias(Land.SANG_MOC, second);
        bothHoldTheSame();
        assertThat(households(an)).containsExactlyInAnyOrder(first, second);
        assertThat(an.attention()).as("people have looked at it").isEmpty();
    }

    @Test
    void anAliasIntoAnEntryThatIsNotHereYetHidesNobody() {
        EntryId first = family("Bàn Phúc Vinh").id();
        EntryId second = family("Bàn Phúc Vinh").id();
        List<Batch> families = an.ledger().seal();
        officer.ledger().take(families);
        officer.acts().alias(Land.SANG_MOC, second, first);
        officer.acts().alias(Land.SANG_MOC, first, second);
        List<Batch> merge = officer.ledger().seal();
        an.ledger().take(merge);
        EntryId smaller = first.compareTo(second) < 0 ? first : second;
        assertThat(households(an)).as("merged crosswise").containsExactly(smaller);
        Node late = land.enrolled("late", Role.VOLUNTEER, Land.SANG_MOC);
        late.ledger().take(merge);
        late.ledger().take(families);
        assertThat(households(late)).containsExactly(smaller);
        Land.give(land.province, an);
        assertThat(late.digest(Optional.empty())).isEqualTo(an.digest(Optional.empty()));
    }

    @Test
    void aVolunteerMayNotMergeAndIsTold() {
        EntryId first = family("Bàn Phúc Vinh").id();
        EntryId second = family("Bàn Phúc Vinh").id();
        SaveResult refused = an.acts().alias(Land.SANG_MOC, second, first);
        assertThat(refused).isInstanceOfSatisfying(SaveResult.Refused.class,
                r -> assertThat(r.refusals()).extracting(SaveResult.Refusal::reason).containsExactly(Reason.NOT_PERMITTED));
        assertThat(households(an)).hasSize(2);
    }

    @Test
    void aHouseholdMovesWithItsMembers() {
        EntryId id = family("Dương Thị Hảo").id();
        bothHoldTheSame();
        assertThat(officer.acts().move(Land.SANG_MOC, id, Land.LA_BANG).isSaved()).isTrue();
        assertThat(households(officer)).isEmpty();
        Entry moved = officer.entries(Catalogue.HOUSEHOLD, Land.LA_BANG).getFirst();
        assertThat(officer.entries(Catalogue.PERSON, Land.LA_BANG)).singleElement()
                .satisfies(p -> assertThat(p.ref(Catalogue.PERSON.field("household"))).contains(moved.id()));
        assertThat(officer.entries(Catalogue.PERSON, Land.SANG_MOC)).isEmpty();
        assertThat(officer.search("duong thi hao", 10)).hasSize(1);
        bothHoldTheSame();
        assertThat(households(an)).isEmpty();
    }

    @Test
    void erasedLeavesNothingButTheId() {
        Draft household = family("Mã Thị Lụa");
        EntryId person = an.entries(Catalogue.PERSON, Land.SANG_MOC).getFirst().id();
        EntryId other = family("Hầu Văn Páo").id();
        bothHoldTheSame();
        assertThat(officer.acts().erase(Land.SANG_MOC, person).isSaved()).isTrue();
        assertThat(officer.history(Land.SANG_MOC, person)).extracting(p -> p.change().fields().size()).containsOnly(0);
        bothHoldTheSame();
        assertThat(an.search("ma thi lua", 10)).isEmpty();
        an.save(List.of(Draft.of(Catalogue.PERSON, Land.SANG_MOC, person).with("household", new Value.Ref(household.id()))
                .with("name", new Value.Text("Mã Thị Lụa"))));
        assertThat(an.entry(Land.SANG_MOC, person)).isEmpty();

        // Whoever comes later gets the redacted batch, and the same register.
        Node late = land.open("late");
        land.enrol(late, Role.VOLUNTEER, Land.SANG_MOC);
        Land.give(land.province, late);
        for (Batch batch : officer.ledger().batchesLacking(Land.nothing(Land.SANG_MOC))) {
            officer.ledger().redaction(batch.hash()).ifPresentOrElse(r -> assertThat(late.ledger().take(r)).isTrue(),
                    () -> late.ledger().take(List.of(batch)));
        }
        Land.give(land.province, officer);
        assertThat(late.digest(Optional.of(Land.SANG_MOC))).isEqualTo(officer.digest(Optional.of(Land.SANG_MOC)));
        assertThat(late.entry(Land.SANG_MOC, other)).isPresent();
        assertThat(late.upkeep().check().isSound()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        SaveResult result = an.save(List.of(Land.household(an, Land.SANG_MOC, village.id()).with("size", new Value.Whole(-1)),
                Land.village(an, Land.SANG_MOC, "Bản Bến")));
        assertThat(result).isInstanceOfSatisfying(SaveResult.Refused.class, r -> assertThat(r.refusals()).singleElement()
                .satisfies(x -> assertThat(x.finding().orElseThrow().field().key()).isEqualTo("size")));
        assertThat(an.entries(Catalogue.VILLAGE, Land.SANG_MOC)).as("nothing of it was written").hasSize(1);
    }
}
