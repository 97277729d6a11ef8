package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.Attention;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Road;

/** What an exchange promises on every road alike. Two volunteers of one commune, and the province's desk. */
abstract class ExchangeContract {
    static final int MOST_PARCEL = 1 << 20;

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;
    private Node binh;
    private NodePeer desk;

    abstract Road.Kind kind();

    /** How long what goes there may be where nothing is new; a stick always carries whole have-lists and receipts. */
    abstract long mostWhereNothingIsNew();

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
        binh = people.laptop("binh");
        desk = kind() == Road.Kind.STICK ? NodePeer.forFiles(people.province(), FolderPeer.LONGEST_PARCEL)
                : NodePeer.live(people.province(), MOST_PARCEL);
    }

    @AfterEach
    void close() {
        people.close();
    }

    static ExchangeCounts press(Node node, Peer peer) throws PeerException {
        return new Exchange(node, peer, ProgressListener.SILENT).run();
    }

    /** Both go to the desk and back, as often as it takes by stick. */
    private void settle(Peer at) throws Exception {
        settle(at, List.of(an, binh));
    }

    private void settle(Peer at, List<Node> who) throws Exception {
        try (Road road = Road.of(kind(), at, folder)) {
            for (int visit = 0; visit < (kind() == Road.Kind.STICK ? 3 : 2); visit++) {
                for (Node node : who) {
                    press(node, road.from(node.id()));
                    road.carry();
                }
            }
        }
    }

    private List<Hash> digests() {
        return Stream.of(an, binh, people.province()).map(n -> n.digest(Optional.of(Neighbourhood.SANG_MOC))).distinct().toList();
    }

    /** What the whole rig looks for; the planted faults below must not get past it. */
    private void everythingArrived(int households) {
        assertThat(people.households(people.province())).isEqualTo(households);
        assertThat(digests()).hasSize(1);
        assertThat(an.ledger().states().get(RecordState.HERE) + an.ledger().states().get(RecordState.HANDED_OVER)).isZero();
    }

    @Test
    void whatOneWritesTheProvinceCountsAndTheOtherSees() throws Exception {
        people.record(an, 12);
        people.record(binh, 8);
        settle(desk);
        everythingArrived(20);
        assertThat(an.attention()).noneMatch(a -> a.kind() == Attention.Kind.GAP || a.kind() == Attention.Kind.WAITING);
    }

    @Test
    void whereNothingIsNewNearlyNothingMoves() throws Exception {
        people.record(an, 12);
        settle(desk);
        try (Road road = Road.of(kind(), desk, folder)) {
            ExchangeCounts tally = press(an, road.from(an.id()));
            road.carry();
            assertThat(tally.batchesNew() + tally.sent() + tally.receipts()).isZero();
            assertThat(tally.rounds()).isEqualTo(1);
            assertThat(tally.bytesUp()).isLessThanOrEqualTo(mostWhereNothingIsNew());
            assertThat(kind() == Road.Kind.STICK ? 0 : tally.bytesUp() + tally.bytesDown()).isLessThanOrEqualTo(400);
        }
    }

    @Test
    void tenTimesIsOnce() throws Exception {
        people.record(an, 12);
        List<byte[]> parcels = new ArrayList<>();
        settle(BentPeer.there(desk, parcel -> {
            parcels.add(parcel);
            return parcel;
        }));
        Hash once = people.province().digest(Optional.empty());
        long batches = parcels.stream().mapToLong(BentPeer::batches).sum();
        ExchangeCounts before = desk.tally();
        NodePeer files = NodePeer.forFiles(people.province(), FolderPeer.LONGEST_PARCEL);
        for (int i = 0; i < 10; i++) {
            for (byte[] parcel : parcels) {
                files.exchange(parcel);
            }
        }
        assertThat(batches).as("otherwise nothing was proved").isPositive();
        assertThat(files.tally().batchesKnown()).isEqualTo((int) batches * 10);
        assertThat(files.tally().batchesNew()).isZero();
        assertThat(before.batchesNew()).isPositive();
        assertThat(people.province().digest(Optional.empty())).isEqualTo(once);
        everythingArrived(12);
    }

    @Test
    void whoWroteWithoutSeeingTheOtherIsSeenByAll() throws Exception {
        EntryId household = people.record(an, 1).getFirst();
        settle(desk);
        for (Node node : List.of(an, binh)) {
            assertThat(node.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, household)
                    .with("size", new Value.Whole(node == an ? 5 : 6)))).isSaved()).isTrue();
        }
        settle(desk);
        everythingArrived(1);
        for (Node node : List.of(an, binh, people.province())) {
            assertThat(node.attention()).filteredOn(a -> a.kind() == Attention.Kind.CONFLICT).singleElement()
                    .matches(a -> a.entry().filter(household::equals).isPresent());
        }
    }

    @Test
    void aRecordIsNeverCalledFurtherThanItIs() throws Exception {
        EntryId household = people.record(an, 1).getFirst();
        assertThat(state(household)).isEqualTo(RecordState.HERE);
        try (Road road = Road.of(kind(), desk, folder)) {
            for (int visit = 0; visit < 3; visit++) {
                press(an, road.from(an.id()));
                boolean there = people.province().entry(Neighbourhood.SANG_MOC, household).isPresent();
                assertThat(state(household)).isLessThanOrEqualTo(there ? RecordState.PROVINCE : RecordState.HANDED_OVER)
                        .isGreaterThanOrEqualTo(RecordState.HANDED_OVER);
                road.carry();
            }
        }
        assertThat(state(household)).isEqualTo(RecordState.PROVINCE);
    }

    private RecordState state(EntryId household) {
        return an.ledger().stateOf(Neighbourhood.SANG_MOC, household).orElseThrow();
    }

    /** A desk that loses the last batch on its way in and says nonetheless that it holds the same. */
    @Test
    void aDeskThatLosesABatchAndSaysNothingIsFound() throws Exception {
        EntryId household = people.record(an, 3).getFirst();
        settle(PlantedPeers.losing(desk, an, people.province()), List.of(an));
        assertThat(PlantedPeers.fails(() -> everythingArrived(3))).as("the rig finds it").isTrue();
        assertThat(state(household)).as("and so does the person at the laptop").isEqualTo(RecordState.HANDED_OVER);
        settle(desk);
        everythingArrived(3);
    }

    /** A desk that hands out receipts which the province did not sign. */
    @Test
    void receiptsOfAnybodyElseProveNothing() throws Exception {
        EntryId household = people.record(an, 3).getFirst();
        settle(PlantedPeers.confirming(desk, people.province(), binh, binh));
        assertThat(state(household)).isEqualTo(RecordState.HANDED_OVER);
        settle(PlantedPeers.confirming(desk, people.province(), people.province(), binh));
        assertThat(state(household)).isEqualTo(RecordState.HANDED_OVER);
        settle(desk);
        everythingArrived(3);
    }
}
