package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.Attention;
import vn.banso.store.upkeep.Upkeep;
import vn.banso.store.writing.FormDraft;
import vn.banso.trust.governance.Role;

/** How far a record has come: never ahead of the receipts. */
class StatesTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private Node commune;
    private Draft village;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        commune = land.enrolled("commune", Role.COMMUNE, Land.SANG_MOC);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Land.exchange(land.province, commune);
        village = Land.village(an, Land.SANG_MOC, "Khuổi Chạo");
    }

    @AfterEach
    void close() {
        land.close();
    }

    private RecordState state() {
        return an.ledger().stateOf(Land.SANG_MOC, village.id()).orElseThrow();
    }

    private void receiptOf(Node office) {
        Receipt.Signed receipt = office.ledger().receipt(Land.SANG_MOC).orElseThrow();
        assertThat(an.ledger().accept(receipt)).isTrue();
        assertThat(an.ledger().accept(receipt)).as("a second time").isFalse();
    }

    @Test
    void whoHasJoinedNothingHasNothing() {
        assertThat(land.open("fresh").ledger().states()).containsEntry(RecordState.HERE, 0L);
    }

    @Test
    void ofAnEntryOfWhichNothingCountsNothingIsTold() {
        assertThat(an.ledger().stateOf(Land.SANG_MOC, village.id())).as("nobody ever wrote it").isEmpty();
        village = Land.village(an, Land.SANG_MOC, "Nà Lay");
        an.save(List.of(village));
        an.ledger().seal();
        Land.exchange(an, land.province);
        land.revokeAll(an);
        Land.give(land.province, an);
        assertThat(an.ledger().stateOf(Land.SANG_MOC, village.id())).as("all of it was taken out again").isEmpty();
    }

    @Test
    void everyStepNeedsItsProof() {
        an.drafts().keep(FormDraft.of(village));
        assertThat(an.ledger().states()).containsEntry(RecordState.DRAFT, 1L).containsEntry(RecordState.HERE, 0L);
        an.save(List.of(village));
        an.drafts().discard(Land.SANG_MOC, village.id());
        assertThat(an.ledger().states()).containsEntry(RecordState.DRAFT, 0L).containsEntry(RecordState.HERE, 1L);
        assertThat(state()).isEqualTo(RecordState.HERE);
        List<Batch> batches = an.ledger().seal();
        assertThat(state()).isEqualTo(RecordState.HERE);
        an.ledger().markHandedOver(batches, "USB");
        assertThat(state()).isEqualTo(RecordState.HANDED_OVER);
        commune.ledger().take(batches);
        assertThat(state()).isEqualTo(RecordState.HANDED_OVER);
        receiptOf(commune);
        assertThat(state()).isEqualTo(RecordState.COMMUNE);
        assertThat(an.ledger().lastReceipt().orElseThrow().proves()).isEqualTo(RecordState.COMMUNE);
        Land.give(commune, land.province);
        receiptOf(land.province);
        assertThat(state()).isEqualTo(RecordState.PROVINCE);
        assertThat(an.ledger().states()).containsEntry(RecordState.PROVINCE, 1L);
    }

    @Test
    void aNewEditTakesTheRecordBackUntilItIsConfirmedToo() {
        an.save(List.of(village));
        land.province.ledger().take(an.ledger().seal());
        receiptOf(land.province);
        assertThat(state()).isEqualTo(RecordState.PROVINCE);
        an.save(List.of(village.with("household_count", new Value.Whole(52))));
        assertThat(state()).isEqualTo(RecordState.HERE);
        List<Batch> later = an.ledger().seal();
        assertThat(state()).isEqualTo(RecordState.HERE);
        land.province.ledger().take(later);
        receiptOf(land.province);
        assertThat(state()).isEqualTo(RecordState.PROVINCE);
    }

    @Test
    void whatAnOfficeCannotCountIsNotCalledReceived() {
        Node stranger = land.open("stranger");
        land.enrol(stranger, Role.VOLUNTEER, Land.SANG_MOC);
        Land.give(land.province, stranger);
        Draft theirs = Land.village(stranger, Land.SANG_MOC, "Nà Lay");
        stranger.save(List.of(theirs));
        List<Batch> batches = stranger.ledger().seal();
        assertThat(commune.ledger().take(batches).parked()).isEqualTo(1);
        assertThat(stranger.ledger().accept(commune.ledger().receipt(Land.SANG_MOC).orElseThrow())).isTrue();
        assertThat(stranger.ledger().stateOf(Land.SANG_MOC, theirs.id())).as("it says nothing of whom it has not heard of").contains(RecordState.HERE);
        Land.give(land.province, commune);
        assertThat(stranger.ledger().accept(commune.ledger().receipt(Land.SANG_MOC).orElseThrow())).isTrue();
        assertThat(stranger.ledger().stateOf(Land.SANG_MOC, theirs.id())).contains(RecordState.COMMUNE);
    }

    @Test
    void aReceiptOfNobodyOrOfAVolunteerSaysNothing() {
        an.save(List.of(village));
        List<Batch> batches = an.ledger().seal();
        commune.ledger().take(batches);
        assertThat(an.ledger().receipt(Land.SANG_MOC)).isEmpty();
        Receipt.Signed good = commune.ledger().receipt(Land.SANG_MOC).orElseThrow();
        byte[] signature = good.signature().clone();
        signature[7] ^= 1;
        assertThat(an.ledger().accept(new Receipt.Signed(good.receipt(), good.bytes(), signature))).isFalse();
        Node outside = land.enrolled("outside", Role.COMMUNE, Land.LA_BANG);
        outside.ledger().take(batches);
        assertThat(outside.ledger().receipt(Land.SANG_MOC)).isEmpty();
        assertThat(state()).isEqualTo(RecordState.HERE);
    }

    @Test
    void aRestoredProvinceTakesItsEarlierReceiptsBack() {
        Path backup = land.province.upkeep().backup(folder.resolve("backups"));
        an.save(List.of(village));
        land.province.ledger().take(an.ledger().seal());
        receiptOf(land.province);
        assertThat(state()).isEqualTo(RecordState.PROVINCE);
        land.province.close();
        Upkeep.restore(backup, land.dir("restored"));
        Node restored = Node.open(land.dir("restored"), Land.PASSPHRASE, land.options().withClock(
                Clock.offset(land.clock, Duration.ofHours(1))));
        receiptOf(restored);
        assertThat(state()).as("the province does not have it any more").isEqualTo(RecordState.HERE);
        assertThat(an.ledger().batchesWithoutReceipt(Optional.of(restored.id()), Long.MAX_VALUE)).isNotEmpty();
        Land.exchange(an, restored);
        receiptOf(restored);
        assertThat(state()).isEqualTo(RecordState.PROVINCE);
        restored.close();
    }

    /** The clock of the province stood at 2099 for a day; then its machine broke, and yesterday's backup was taken with the clock set right. */
    @Test
    void aClockThatOnceStoodFarAheadDoesNotSilenceWhoWasRestored() {
        Path backup = land.province.upkeep().backup(folder.resolve("backups"));
        Path ahead = land.dir("ahead");
        land.province.close();
        Upkeep.restore(backup, ahead);
        Upkeep.restore(backup, land.dir("restored"));
        an.save(List.of(village));
        List<Batch> batches = an.ledger().seal();
        try (Node wrong = Node.open(ahead, Land.PASSPHRASE, land.options().withClock(
                Clock.fixed(Instant.parse("2099-01-01T00:00:00Z"), ZoneOffset.UTC)));
             Node right = Node.open(land.dir("restored"), Land.PASSPHRASE, land.options())) {
            wrong.ledger().take(batches);
            receiptOf(wrong);
            assertThat(state()).isEqualTo(RecordState.PROVINCE);
            assertThat(an.attention()).anyMatch(a -> a.kind() == Attention.Kind.CLOCK);
            Land.give(an, right);
            right.ledger().receipt(Land.SANG_MOC);
            assertThat(right.id()).isEqualTo(wrong.id());
            receiptOf(right);
            an.ledger().confirmations().answers(right.id(), right.incarnation());
            assertThat(an.ledger().lastReceipt().orElseThrow().at()).isBefore(Instant.parse("2030-01-01T00:00:00Z"));
            assertThat(an.attention()).noneMatch(a -> a.kind() == Attention.Kind.CLOCK);
            assertThat(state()).isEqualTo(RecordState.PROVINCE);
            an.save(List.of(village.with("household_count", new Value.Whole(52))));
            List<Batch> more = an.ledger().seal();
            assertThat(state()).isEqualTo(RecordState.HERE);
            right.ledger().take(more);
            receiptOf(right);
            assertThat(state()).as("the province is heard again").isEqualTo(RecordState.PROVINCE);
        }
    }

    @Test
    void aLaptopsFileGoesToTheCommuneAndACommunesToTheProvince() {
        an.save(List.of(village));
        an.ledger().seal();
        assertThat(an.ledger().batchesWithoutReceipt(Optional.empty(), Long.MAX_VALUE)).anyMatch(b -> b.header().author().equals(an.id()));
        commune.ledger().take(an.ledger().batchesWithoutReceipt(Optional.empty(), Long.MAX_VALUE));
        receiptOf(commune);
        assertThat(an.ledger().batchesWithoutReceipt(Optional.of(commune.id()), Long.MAX_VALUE))
                .noneMatch(b -> b.header().author().equals(an.id()));
        assertThat(an.ledger().batchesWithoutReceipt(Optional.empty(), Long.MAX_VALUE)).as("the commune owes it to the province now")
                .noneMatch(b -> b.header().author().equals(an.id()));
        assertThat(commune.ledger().batchesWithoutReceipt(Optional.empty(), Long.MAX_VALUE)).anyMatch(b -> b.header().author().equals(an.id()));
        land.province.ledger().take(commune.ledger().batchesWithoutReceipt(Optional.empty(), Long.MAX_VALUE));
        receiptOf(land.province);
        an.ledger().accept(land.province.ledger().receipt(Land.GOVERNANCE).orElseThrow());
        assertThat(an.ledger().batchesWithoutReceipt(Optional.empty(), Long.MAX_VALUE)).isEmpty();
    }

    /** Part of what the earlier receipt said went wrong here: the news does not fit to it, and so the whole is asked for. */
    @Test
    void whereAReceiptDoesNotFitTheWholeIsAskedFor() {
        an.save(List.of(village));
        land.province.ledger().take(an.ledger().seal());
        receiptOf(land.province);
        an.context().db.sql("UPDATE receipt_feed SET ends = (SELECT ends FROM receipt_feed WHERE device = ?) WHERE device <> ?").put(an.id().bytes())
                .put(an.id().bytes()).run();
        an.save(List.of(village.with("household_count", new Value.Whole(52))));
        land.province.ledger().take(an.ledger().seal());
        land.province.ledger().receipt(Land.SANG_MOC);
        List<Receipt.News> news = land.province.ledger().confirmations().since(Land.SANG_MOC, an.ledger().have(Land.SANG_MOC).receipts());
        assertThat(news).singleElement().matches(n -> n.since() > 0).matches(n -> !an.ledger().confirmations().accept(n));
        assertThat(an.ledger().have(Land.SANG_MOC).receipts()).as("the one held is not named any more").isEmpty();
        List<Receipt.News> whole = land.province.ledger().confirmations().since(Land.SANG_MOC, an.ledger().have(Land.SANG_MOC).receipts());
        assertThat(whole).singleElement().matches(n -> n.since() == 0).matches(n -> an.ledger().confirmations().accept(n));
        assertThat(state()).isEqualTo(RecordState.PROVINCE);
        assertThat(an.ledger().have(Land.SANG_MOC).receipts()).hasSize(1);
    }

    @Test
    void nothingNewSignsNoNewReceipt() {
        commune.ledger().take(an.ledger().seal());
        Receipt.Signed one = commune.ledger().receipt(Land.SANG_MOC).orElseThrow();
        assertThat(commune.ledger().receipt(Land.SANG_MOC).orElseThrow().bytes()).isEqualTo(one.bytes());
        assertThat(commune.ledger().have(Land.SANG_MOC).receipts()).containsExactly(one.mark());
    }
}
