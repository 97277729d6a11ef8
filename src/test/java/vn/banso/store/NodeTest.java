package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.batches.ImportCounts;
import vn.banso.store.search.SearchIndex;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.Role;

class NodeTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private Node binh;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        binh = land.enrolled("binh", Role.VOLUNTEER, Land.SANG_MOC);
        Land.exchange(land.province, an);
    }

    @AfterEach
    void close() {
        land.close();
    }

    private Draft recordedBy(Node node) {
        Draft village = Land.village(node, Land.SANG_MOC, "Bản Chương");
        Draft household = Land.household(node, Land.SANG_MOC, village.id());
        SaveResult saved = node.save(List.of(village, household,
                Land.person(node, Land.SANG_MOC, household.id(), "Nông Văn Sính", 1956)));
        assertThat(saved.isSaved()).isTrue();
        assertThat(saved.changes()).hasSize(3);
        return household;
    }

    @Test
    void whatIsWrittenBetweenTwoSearchesIsFound() {
        assertThat(an.search("nong", 10)).isEmpty();
        recordedBy(an);
        recordedBy(binh);
        assertThat(an.search("nong sinh", 10)).hasSize(1);
        Land.exchange(binh, land.province);
        Land.exchange(land.province, an);
        assertThat(an.search("nong sinh", 10)).hasSize(2);
    }

    @Test
    void whatIsSavedIsShownFoundAndStillThereAfterwards() {
        Draft household = recordedBy(an);
        assertThat(an.entry(Land.SANG_MOC, household.id()).orElseThrow().fields()).isEqualTo(household.fields());
        assertThat(an.search("nong sinh", 10)).hasSize(1);
        assertThat(an.search("Nông Văn S", 10)).hasSize(1);
        assertThat(an.search("345678", 10)).extracting(SearchIndex.Hit::id).containsExactly(household.id());
        an.close();
        an = land.open("an");
        assertThat(an.entry(Land.SANG_MOC, household.id()).orElseThrow().fields()).isEqualTo(household.fields());
        assertThat(an.search("nong sinh", 10)).hasSize(1);
        assertThat(an.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(1);
    }

    @Test
    void textIsTheSameHoweverItWasTyped() {
        Draft household = recordedBy(an);
        Draft person = Land.person(an, Land.SANG_MOC, household.id(), " Nguye\u0302\u0303n  Thi\u0323 Hoa ", 1990);
        an.save(List.of(person));
        assertThat(an.entry(Land.SANG_MOC, person.id()).orElseThrow().text(Catalogue.PERSON.field("name"))).contains("Nguyễn Thị Hoa");
        assertThat(an.save(List.of(person.with("name", new Value.Text("Nguyễn Thị Hoa")))).changes()).isEmpty();
    }

    @Test
    void savingTheSameAgainWritesNothing() {
        Draft household = recordedBy(an);
        assertThat(an.save(List.of(household)).changes()).isEmpty();
        assertThat(an.save(List.of(household.with("size", new Value.Whole(5)))).changes()).singleElement()
                .satisfies(c -> assertThat(c.fields()).hasSize(1));
    }

    @Test
    void nodesThatExchangeHoldTheSame() {
        Draft household = recordedBy(an);
        recordedBy(binh);
        Land.exchange(an, land.province);
        Land.exchange(binh, land.province);
        Land.exchange(an, land.province);
        assertThat(an.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(2);
        assertThat(an.digest(Optional.empty())).isEqualTo(binh.digest(Optional.empty()))
                .isEqualTo(land.province.digest(Optional.empty()));
        assertThat(binh.search("nong van sinh", 10)).hasSize(2);
        assertThat(land.province.entry(Land.SANG_MOC, household.id())).isPresent();
    }

    @Test
    void importIsIdempotentInAnyOrder() {
        EntryId id = recordedBy(an).id();
        List<Batch> first = an.ledger().seal();
        an.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, id).with("fibre_subscribed", new Value.Code(1))));
        List<Batch> second = an.ledger().seal();
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
        assertThat(binh.ledger().take(second)).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
        assertThat(binh.ledger().take(first)).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 0));
        assertThat(binh.ledger().take(List.of(second.getFirst(), first.getFirst()))).isEqualTo(new ImportCounts(0, 2, 0, 0, 0, 0));
        assertThat(binh.digest(Optional.empty())).isEqualTo(an.digest(Optional.empty()));
        assertThat(binh.entry(Land.SANG_MOC, id).orElseThrow().code(Catalogue.HOUSEHOLD.field("fibre_subscribed"))).isEqualTo(1);
    }

    @Test
    void whatWaitsForAGrantIsCountedWhenItComes() {
        Node chi = land.open("chi");
        land.enrol(chi, Role.VOLUNTEER, Land.SANG_MOC);
        Land.give(land.province, chi);
        recordedBy(chi);
        List<Batch> batches = chi.ledger().seal();
        assertThat(an.ledger().take(batches)).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
        assertThat(an.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).isEmpty();
        Land.give(land.province, an);
        assertThat(an.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(1);
    }

    @Test
    void whatARevokedDeviceWroteLaterIsSetAside() {
        recordedBy(an);
        Land.exchange(an, land.province);
        land.revoke(an);
        recordedBy(an);
        List<Batch> late = an.ledger().seal();
        assertThat(land.province.ledger().take(late)).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0));
        assertThat(land.province.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(1);
        Land.exchange(an, land.province);
        assertThat(an.digest(Optional.empty())).isEqualTo(land.province.digest(Optional.empty()));
    }
}
