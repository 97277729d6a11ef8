package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.parcel.Have;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** An office takes a stick of a commune that is not its own, and carries what it cannot read. */
class CarryingTest {
    @TempDir
    private Path stick;
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private NodePeer province;
    private Node relay;
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        province = NodePeer.live(people.province(), 1 << 20);
        relay = people.laptop("relay", people.province(), Role.COMMUNE, Neighbourhood.LA_BANG);
        an = people.laptop("an");
    }

    @AfterEach
    void close() {
        people.close();
    }

    private ExchangeCounts toStick() throws PeerException {
        return ExchangeContract.press(an, new FolderPeer(stick, an.id()));
    }

    private void toRelay() throws PeerException {
        new FolderDesk(NodePeer.forFiles(relay, FolderPeer.LONGEST_PARCEL)).take(stick);
    }

    private ExchangeCounts toProvince() throws PeerException {
        return ExchangeContract.press(relay, province);
    }

    @Test
    void whatItCannotReadArrivesAndTheReceiptComesBackOnTheStick() throws Exception {
        people.record(an, 6);
        toStick();
        toRelay();
        assertThat(people.households(relay)).isZero();
        assertThat(toProvince().sent()).isPositive();
        assertThat(people.households(people.province())).isEqualTo(6);
        assertThat(people.households(relay)).as("it never could").isZero();

        toStick();
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).as("nobody has told it yet").isZero();
        toRelay();
        toStick();
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isEqualTo(7);
        assertThat(an.ledger().states().get(RecordState.COMMUNE)).as("that office is not its commune's").isZero();
    }

    @Test
    void whoCarriesAndHasNothingNewSaysLittle() throws Exception {
        people.record(an, 6);
        toStick();
        toRelay();
        toProvince();
        Exchange again = new Exchange(relay, province, ProgressListener.SILENT);
        ExchangeCounts tally = again.run();
        assertThat(again.unsettled()).isEmpty();
        assertThat(tally.rounds()).isEqualTo(1);
        assertThat(tally.sent()).isZero();
    }

    @Test
    void theReceiptMayComeByAnotherRoadThanTheBatch() throws Exception {
        people.record(an, 6);
        toStick();
        toRelay();
        toProvince();
        ExchangeCounts byLine = ExchangeContract.press(an, province);
        assertThat(byLine.sent()).as("the province has it already").isLessThanOrEqualTo(1);
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isEqualTo(7);
        assertThat(people.households(people.province())).isEqualTo(6);

        people.record(an, 2);
        ExchangeContract.press(an, province);
        toStick();
        toRelay();
        toProvince();
        assertThat(people.households(people.province())).as("by both roads, once").isEqualTo(8);
        assertThat(people.province().digest(Optional.of(Neighbourhood.SANG_MOC))).isEqualTo(an.digest(Optional.of(Neighbourhood.SANG_MOC)));
    }

    /** The stick holds only what the province has not confirmed, so a carrier who was not there before cannot place it. */
    @Test
    void aBatchWithAGapBeforeItIsCarriedOn() throws Exception {
        people.record(an, 1);
        ExchangeContract.press(an, province);
        people.record(an, 3);
        toStick();
        toRelay();
        assertThat(relay.ledger().have(Neighbourhood.SANG_MOC).tips()).as("there is a gap").isEmpty();
        toProvince();
        assertThat(people.households(people.province())).isEqualTo(4);
        toRelay();
        toStick();
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isEqualTo(5);
        assertThat(toProvince().sent()).as("and not again").isZero();
    }

    @Test
    void whatWasErasedLeavesTheCarrierToo() throws Exception {
        var household = people.record(an, 2).getFirst();
        // Who works in that commune came along with an earlier stick.
        relay.ledger().take(an.ledger().batchesLacking(new Have(Neighbourhood.SANG_MOC, List.of(), List.of())).stream().filter(b -> b.feed().governs()).toList());
        toStick();
        toRelay();
        toProvince();
        assertThat(people.province().acts().erase(Neighbourhood.SANG_MOC, household).isSaved()).isTrue();
        toProvince();
        List<Batch> carried = relay.ledger().batchesLacking(new Have(Neighbourhood.SANG_MOC, List.of(), List.of())).stream()
                .filter(b -> !b.feed().governs()).toList();
        assertThat(carried).isNotEmpty().allMatch(b -> relay.ledger().redaction(b.hash()).isPresent());
        Exchange again = new Exchange(relay, province, ProgressListener.SILENT);
        again.run();
        assertThat(again.unsettled()).isEmpty();
        assertThat(again.tally().rounds()).isEqualTo(1);
    }

    /** The relay is itself at the end of a stick. */
    @Test
    void aGapIsCarriedOnByStickToo() throws Exception {
        people.record(an, 1);
        ExchangeContract.press(an, province);
        people.record(an, 3);
        List<Batch> late = an.ledger().seal();
        relay.ledger().take(late);
        ExchangeContract.press(relay, new FolderPeer(stick, relay.id()));
        new FolderDesk(NodePeer.forFiles(people.province(), FolderPeer.LONGEST_PARCEL)).take(stick);
        assertThat(people.households(people.province())).isEqualTo(4);
        assertThat(relay.ledger().batchesLacking(new Have(Neighbourhood.SANG_MOC, List.of(), List.of()))).isEmpty();
    }
}
