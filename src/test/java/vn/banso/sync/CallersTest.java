package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.wire.Nonces;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** Who gets what, and who gets nothing. */
class CallersTest {
    private static final int MOST = 1 << 20;

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;
    private final List<byte[]> there = new ArrayList<>();
    private final List<byte[]> back = new ArrayList<>();

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
        people.record(an, 3);
        an.ledger().seal();
    }

    @AfterEach
    void close() {
        people.close();
    }

    private Peer watched(Peer peer) {
        return new BentPeer(peer, p -> {
            there.add(p);
            return p;
        }, p -> {
            back.add(p);
            return p;
        });
    }

    private static <T extends Frame> long count(List<byte[]> parcels, Class<T> kind) {
        return parcels.stream().flatMap(p -> BentPeer.frames(p).stream()).filter(kind::isInstance).count();
    }

    private static void refused(Reason reason, Node node, Peer peer) {
        assertThatExceptionOfType(PeerException.class).isThrownBy(() -> ExchangeContract.press(node, peer)).matches(e -> e.reason() == reason);
    }

    @Test
    void whoHasNotJoinedIsToldSo() {
        refused(Reason.NOT_JOINED, people.open("new"), NodePeer.live(people.province(), MOST));
        refused(Reason.NOT_JOINED, an, NodePeer.live(people.open("newer"), MOST));
    }

    @Test
    void anotherProvinceIsRefusedAndNothingChangesThereOrHere() throws Exception {
        try (Neighbourhood elsewhere = new Neighbourhood(Files.createDirectory(folder.resolve("elsewhere")), "20")) {
            List<Object> before = holdings(an, elsewhere.province());
            refused(Reason.OTHER_PROVINCE, an, watched(NodePeer.live(elsewhere.province(), MOST)));
            assertThat(count(there, Frame.BatchFrame.class) + count(there, Frame.ReceiptFrame.class)).isZero();
            assertThat(holdings(an, elsewhere.province())).isEqualTo(before);

            ExchangeContract.press(an, new FolderPeer(folder, an.id()));
            DeskReport report = new FolderDesk(NodePeer.forFiles(elsewhere.province(), FolderPeer.LONGEST_PARCEL)).take(folder);
            assertThat(report.left()).singleElement().matches(l -> l.why() == DeskReport.Why.OTHER_PROVINCE);
            assertThat(holdings(an, elsewhere.province())).isEqualTo(before);
        }
    }

    /** A trial installation bears the real province's code. */
    @Test
    void theSameProvinceUnderAnotherRootGetsNobodysRecords() throws Exception {
        try (Neighbourhood trial = new Neighbourhood(Files.createDirectory(folder.resolve("trial")))) {
            List<Object> before = holdings(an);
            refused(Reason.OTHER_PROVINCE, an, watched(NodePeer.live(trial.province(), MOST)));
            assertThat(there.stream().flatMap(p -> BentPeer.frames(p).stream()).filter(Frame.BatchFrame.class::isInstance)
                    .map(Frame.BatchFrame.class::cast).map(f -> f.batch().header().scope())).doesNotContain(Neighbourhood.SANG_MOC);
            assertThat(trial.province().attention()).noneMatch(a -> a.scope().filter(Neighbourhood.SANG_MOC::equals).isPresent());
            assertThat(an.ledger().states().get(RecordState.HERE)).isEqualTo(4);
            assertThat(holdings(an)).isEqualTo(before);
        }
    }

    private static List<Object> holdings(Node... nodes) {
        List<Object> all = new ArrayList<>();
        for (Node node : nodes) {
            all.add(node.digest(Optional.empty()));
            node.ledger().scopes().stream().sorted().forEach(scope -> all.add(node.ledger().have(scope)));
        }
        return all;
    }

    @Test
    void aStrangerOfTheProvinceIsGivenNothing() throws Exception {
        ExchangeContract.press(an, NodePeer.live(people.province(), MOST));
        Node stranger = people.open("stranger");
        stranger.join(people.province().province().orElseThrow(), List.of());
        people.record(stranger, 2);
        refused(Reason.OTHER_PROVINCE, stranger, watched(NodePeer.live(people.province(), MOST)));
        assertThat(count(back, Frame.BatchFrame.class) + count(back, Frame.ReceiptFrame.class)).isZero();
        assertThat(back.stream().flatMap(p -> BentPeer.frames(p).stream()).filter(Frame.HaveFrame.class::isInstance)
                .map(Frame.HaveFrame.class::cast)).allMatch(f -> f.have().tips().isEmpty());
        assertThat(stranger.entries(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC)).hasSize(2);
    }

    @Test
    void whoServesOneCommuneIsGivenNothingOfAnother() throws Exception {
        ExchangeContract.press(an, NodePeer.live(people.province(), MOST));
        Node trainer = people.laptop("trainer", people.province(), Role.TRAINER, Neighbourhood.LA_BANG);
        // It carries for the other commune, so it may ask.
        trainer.ledger().take(an.ledger().batchesLacking(new Have(Neighbourhood.SANG_MOC, List.of(), List.of())));
        people.record(an, 2);
        ExchangeContract.press(an, NodePeer.live(people.province(), MOST));
        ExchangeContract.press(trainer, watched(NodePeer.live(people.province(), MOST)));
        assertThat(back.stream().flatMap(p -> BentPeer.frames(p).stream()).filter(Frame.BatchFrame.class::isInstance)
                .map(Frame.BatchFrame.class::cast).map(f -> f.batch().header().scope())).doesNotContain(Neighbourhood.SANG_MOC);
        assertThat(trainer.ledger().receiptsFor(Neighbourhood.SANG_MOC)).as("what it carried is confirmed to it").hasSize(1);
        assertThat(people.households(trainer)).isZero();
    }

    @Test
    void anOldNonceIsDrawnAnewAndNothingIsSentTwice() throws Exception {
        AtomicLong nanos = new AtomicLong();
        NodePeer desk = NodePeer.live(people.province(), MOST, nanos::get);
        BentPeer slow = new BentPeer(desk, p -> {
            there.add(p);
            if (there.size() == 1) {
                nanos.addAndGet(Nonces.LIFETIME.multipliedBy(3).toNanos());
            }
            return p;
        }, p -> p);
        ExchangeContract.press(an, slow);
        assertThat(people.households(people.province())).isEqualTo(3);
        assertThat(desk.tally().batchesKnown()).isZero();
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isEqualTo(4);
    }

    @Test
    void aRecordedCallIsWorthNothingAfterTwentyMinutes() throws Exception {
        AtomicLong nanos = new AtomicLong();
        NodePeer desk = NodePeer.live(people.province(), MOST, nanos::get);
        ExchangeContract.press(an, watched(desk));
        nanos.addAndGet(Nonces.LIFETIME.minusSeconds(1).toNanos());
        assertThat(desk.exchange(there.getFirst())).isNotEmpty();
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThatExceptionOfType(PeerException.class).isThrownBy(() -> desk.exchange(there.getFirst()))
                .matches(e -> e.reason() == Reason.REFUSED);
        people.record(an, 1);
        ExchangeContract.press(an, desk);
        assertThat(people.households(people.province())).as("who calls anew is welcome").isEqualTo(4);
    }

    @Test
    void anAlteredCallIsRefused() throws Exception {
        NodePeer desk = NodePeer.live(people.province(), MOST);
        ExchangeContract.press(an, desk);
        refused(Reason.REFUSED, an, BentPeer.there(desk, parcel -> {
            List<Frame> frames = new ArrayList<>(BentPeer.frames(parcel));
            frames.removeIf(Frame.HaveDigest.class::isInstance);
            frames.add(new Frame.HaveFrame(new Have(Neighbourhood.LA_BANG, List.of(), List.of())));
            return Parcel.write(frames);
        }));
    }
}
