package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.batches.ImportCounts;
import vn.banso.store.files.Quotas;
import vn.banso.store.lists.Attention;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** What comes from elsewhere: newer programs, wrong clocks, strangers. */
class ForeignTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
    }

    @AfterEach
    void close() {
        land.close();
    }

    @Test
    void entriesAndFieldsOfANewerVersionSurvive() {
        EntryType future = new EntryType(77, "future", false, List.of());
        EntryId id = an.freshId();
        Draft unknown = new Draft(future, Land.SANG_MOC, id, new TreeMap<>(Map.of(90, new Value.Text("mai sau"))));
        Draft village = Land.village(an, Land.SANG_MOC, "Bản Tèn");
        Draft more = new Draft(Catalogue.VILLAGE, Land.SANG_MOC, village.id(),
                new TreeMap<>(Map.of(16, new Value.Text("Bản Tèn"), 120, new Value.Whole(7))));
        List<Batch> batches = an.writeAs(an.device(), 5, Land.SANG_MOC, new Governance.Act(List.of(unknown, more), List.of()));
        land.province.ledger().take(batches);
        assertThat(land.province.entry(Land.SANG_MOC, id).orElseThrow().fields()).isEqualTo(unknown.fields());
        an.save(List.of(Draft.of(Catalogue.VILLAGE, Land.SANG_MOC, village.id()).with("household_count", new Value.Whole(9))));
        Land.exchange(an, land.province);
        assertThat(land.province.entry(Land.SANG_MOC, village.id()).orElseThrow().fields()).containsEntry(120, new Value.Whole(7))
                .containsEntry(25, new Value.Whole(9));
        assertThat(land.province.digest(Optional.empty())).isEqualTo(an.digest(Optional.empty()));
        assertThat(land.province.upkeep().check().isSound()).isTrue();
    }

    @Test
    void aClockInTheWrongCenturyIsToldAndHarmsNobody() {
        Node late = Node.create(land.dir("late"), Land.PASSPHRASE, land.options().withClock(Clock.offset(land.clock, Duration.ofDays(27_000))));
        land.enrol(late, Role.VOLUNTEER, Land.SANG_MOC);
        Land.exchange(land.province, late);
        Draft village = Land.village(late, Land.SANG_MOC, "Bản Pheo");
        late.save(List.of(village));
        Land.exchange(late, land.province);
        late.ledger().accept(land.province.ledger().receipt(Land.SANG_MOC).orElseThrow());
        assertThat(late.attention()).extracting(Attention::kind).containsExactly(Attention.Kind.CLOCK);
        Land.exchange(an, land.province);
        an.save(List.of(village.with("name", new Value.Text("Bản Pheo Mới"))));
        Land.exchange(an, land.province);
        Land.exchange(late, land.province);
        for (Node node : List.of(an, land.province, late)) {
            assertThat(node.entry(Land.SANG_MOC, village.id()).orElseThrow().text(Catalogue.VILLAGE.field("name")))
                    .as("the later edit wins, whatever the clocks say").contains("Bản Pheo Mới");
        }
        assertThat(an.attention()).isEmpty();
        late.close();
    }

    @Test
    void whatWaitsIsBoundedAndWelcomeAgainLater() {
        Node small = Node.create(land.dir("small"), Land.PASSPHRASE, land.options()
                .withQuotas(Quotas.usual().withNewcomers(new Quotas.Room(4, 1 << 20))));
        land.enrol(small, Role.VOLUNTEER, Land.SANG_MOC);
        Land.give(land.province, small);
        Node late = land.enrolled("late", Role.VOLUNTEER, Land.SANG_MOC);
        for (int i = 0; i < 10; i++) {
            late.save(List.of(Land.village(late, Land.SANG_MOC, "Bản " + i)));
            late.ledger().seal();
        }
        List<Batch> batches = late.ledger().batchesLacking(Land.nothing(Land.SANG_MOC)).stream().filter(b -> !b.feed().governs()).toList();
        ImportCounts taken = small.ledger().take(batches);
        assertThat(taken).isEqualTo(new ImportCounts(4, 0, 4, 0, 0, 6));
        assertThat(small.attention()).as("of nobody anybody has heard of").isEmpty();
        assertThat(small.ledger().have(Land.SANG_MOC).tips()).noneMatch(t -> t.feed().device().equals(late.id()));
        Land.give(land.province, small);
        assertThat(Land.give(late, small)).isEqualTo(taken.turnedAway());
        assertThat(small.entries(Catalogue.VILLAGE, Land.SANG_MOC)).hasSize(10);
        small.close();
    }

    @Test
    void anAlteredBatchIsNotKept() {
        an.save(List.of(Land.village(an, Land.SANG_MOC, "Bản Cậu")));
        Batch good = an.ledger().seal().getFirst();
        byte[] body = good.body().clone();
        body[3] ^= 1;
        Batch forged = new Batch(good.header(), good.headerBytes(), good.signature(), body, good.hash());
        assertThat(land.province.ledger().take(List.of(forged))).isEqualTo(new ImportCounts(0, 0, 0, 0, 1, 0));
        assertThat(land.province.ledger().take(List.of(good)).fresh()).isEqualTo(1);
    }

    @Test
    void aScopeWithoutAKeyKeepsItsChangesHereAndTells() {
        Draft village = Land.village(an, Land.LA_BANG, "Xóm Đồng Tiến");
        assertThat(an.save(List.of(village)).isSaved()).isTrue();
        assertThat(an.ledger().seal()).isEmpty();
        assertThat(an.attention()).extracting(Attention::kind).containsExactly(Attention.Kind.UNSEALED);
        assertThat(an.entry(Land.LA_BANG, village.id())).isPresent();
        land.enrol(an, Role.VOLUNTEER, Land.SANG_MOC, Land.LA_BANG);
        Land.exchange(land.province, an);
        Land.exchange(land.province, an);
        assertThat(land.province.entry(Land.LA_BANG, village.id())).isPresent();
        assertThat(an.attention()).isEmpty();
    }
}
