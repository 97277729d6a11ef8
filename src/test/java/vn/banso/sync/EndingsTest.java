package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.files.Quotas;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.governance.Role;

/** Every exchange comes to an end: with stubborn peers, full ones, narrow ones, and people who have had enough. */
class EndingsTest {
    private static final int PROBLEMS = 12;

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
    }

    @AfterEach
    void close() {
        people.close();
    }

    /** So many batches of about 35 KB. */
    private static void write(Node node, int batches) {
        for (int i = 0; i < batches; i++) {
            List<Draft> drafts = new ArrayList<>();
            for (int problem = 0; problem < PROBLEMS; problem++) {
                StringBuilder text = new StringBuilder();
                new Random(31L * i + problem).ints(1_000, 0x4E00, 0x9FFF).forEach(text::appendCodePoint);
                drafts.add(Draft.of(Catalogue.PROBLEM, Neighbourhood.SANG_MOC, node.freshId()).with("kind", new Value.Code(1))
                        .with("village", new Value.Ref(node.freshId())).with("date", new Value.Day(2026, 11, 20))
                        .with("text", new Value.Text(text.toString())));
            }
            assertThat(node.save(drafts).isSaved()).isTrue();
            node.ledger().seal();
        }
    }

    private static int held(Node node) {
        return node.entries(Catalogue.PROBLEM, Neighbourhood.SANG_MOC).size() / PROBLEMS;
    }

    @Test
    void aPeerThatThrowsAwayWhatItAskedForIsLeft() throws Exception {
        write(an, 8);
        AtomicInteger given = new AtomicInteger();
        NodePeer desk = NodePeer.live(people.province(), 1 << 20);
        Peer stubborn = PlantedPeers.altering(desk, people.province(), parcel -> {
            given.addAndGet((int) BentPeer.batches(parcel));
            return parcel;
        }, answer -> {
            List<Frame> frames = new ArrayList<>(answer);
            frames.removeIf(f -> f instanceof Frame.HaveDigest || f instanceof Frame.HaveFrame || f instanceof Frame.ReceiptFrame);
            for (ScopeId scope : an.ledger().scopes()) {
                frames.add(new Frame.HaveFrame(new Have(scope, List.of(), List.of())));
            }
            return frames;
        });
        Exchange exchange = new Exchange(an, stubborn, ProgressListener.SILENT);
        exchange.run();
        assertThat(exchange.unsettled()).contains(Neighbourhood.SANG_MOC);
        assertThat(given.get()).as("each batch once").isLessThanOrEqualTo(8 + 4);
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isZero();
    }

    @Test
    void aPeerThatHasNoRoomForWhatWaitsIsLeftAndTheRestGoesOn() throws Exception {
        Node office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        people.shut("province");
        people.setUp("province", o -> o.withQuotas(Quotas.usual().withAside(new Quotas.Room(0, 0))));
        people.open("province");
        NodePeer desk = NodePeer.live(people.province(), 1 << 20);
        // The province cannot place these: it lacks the first one, which stays on the laptop that wrote it.
        write(an, 4);
        office.ledger().take(an.ledger().batchesLacking(new Have(Neighbourhood.SANG_MOC, List.of(), List.of())).stream().filter(b -> !b.feed().governs()).skip(1).toList());
        people.record(office, 3);
        ExchangeContract.press(office, desk);
        assertThat(desk.tally().rejected()).isEqualTo(3);
        assertThat(people.households(people.province())).isEqualTo(3);
        ExchangeContract.press(an, desk);
        assertThat(held(people.province())).isEqualTo(4);
    }

    @Test
    void aLongBacklogGoesThroughANarrowDoor() throws Exception {
        write(an, 12);
        NodePeer narrow = NodePeer.live(people.province(), Outgoing.LEAST);
        AtomicInteger longest = new AtomicInteger();
        List<ExchangeCounts> seen = new ArrayList<>();
        Peer measured = BentPeer.there(narrow, parcel -> {
            longest.accumulateAndGet(parcel.length, Math::max);
            return parcel;
        });
        new Exchange(an, measured, seen::add).run();
        assertThat(held(people.province())).isEqualTo(12);
        assertThat(longest.get()).isLessThanOrEqualTo(Outgoing.LEAST);
        assertThat(seen.size()).isGreaterThan(4);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i).sent()).isGreaterThanOrEqualTo(seen.get(i - 1).sent());
        }
        assertThat(narrow.tally().batchesKnown()).isZero();
        Node binh = people.laptop("binh");
        AtomicInteger down = new AtomicInteger();
        new Exchange(binh, BentPeer.back(narrow, answer -> {
            down.accumulateAndGet(answer.length, Math::max);
            return answer;
        }), ProgressListener.SILENT).run();
        assertThat(held(binh)).isEqualTo(12);
        assertThat(down.get()).isLessThanOrEqualTo(Outgoing.LEAST);
    }

    /** So many feeds that their have-list does not fit into a parcel: nothing can be compared, and nobody waits for ever. */
    @Test
    void aHaveListThatFitsIntoNoParcelEndsTheExchange() throws Exception {
        Node binh = people.laptop("binh");
        ExchangeContract.press(an, NodePeer.live(people.province(), 8 << 20));
        an.ledger().take(Stream.iterate(1, i -> i + 1).limit(600).map(i -> foreign(binh, i)).toList());
        NodePeer narrow = NodePeer.live(people.province(), Outgoing.LEAST);
        Exchange exchange = new Exchange(an, narrow, ProgressListener.SILENT);
        exchange.run();
        assertThat(exchange.unsettled()).contains(Neighbourhood.SANG_MOC);
        assertThat(exchange.tally().rounds()).isLessThan(6);
        ExchangeContract.press(an, NodePeer.live(people.province(), 8 << 20));
        assertThat(people.province().ledger().have(Neighbourhood.SANG_MOC).tips()).as("a wider door takes all").filteredOn(t -> t.feed().device().equals(binh.id())).hasSize(600);

        assertThatExceptionOfType(PeerException.class).as("a receipt that fits into no answer is not left out in silence")
                .isThrownBy(() -> ExchangeContract.press(binh, narrow)).matches(e -> e.reason() == Reason.RECEIPT_TOO_LONG);
        assertThat(binh.ledger().have(Neighbourhood.SANG_MOC).tips()).as("all else has come").hasSizeGreaterThan(600);
        assertThat(binh.ledger().receiptsFor(Neighbourhood.GOVERNANCE)).isNotEmpty();
        ExchangeContract.press(binh, NodePeer.live(people.province(), 8 << 20));
        assertThat(binh.ledger().receiptsFor(Neighbourhood.SANG_MOC)).isNotEmpty();
    }

    /** The only batch of one of many incarnations of that device. */
    private Batch foreign(Node author, int incarnation) {
        return foreign(an, author, incarnation);
    }

    /** @param reader who has the commune's key */
    static Batch foreign(Node reader, Node author, int incarnation) {
        Change change = Change.of(Kind.CREATE.number(), Catalogue.VILLAGE.id(), author.freshId(), author.id(), new Stamp(1_000),
                new TreeMap<>(Map.of(16, new Value.Text("Bản Chương"))), new TreeMap<>());
        return new BatchSealer(reader.keyring()).seal(author.device(), incarnation, Neighbourhood.SANG_MOC, 1, Hash.NONE, List.of(change)).orElseThrow();
    }

    @Test
    void whoHasHadEnoughStopsAfterTheRoundAndGoesOnLater() throws Exception {
        write(an, 12);
        NodePeer desk = NodePeer.live(people.province(), Outgoing.LEAST);
        ProgressListener impatient = new ProgressListener() {
            private int rounds;

            @Override
            public void moved(ExchangeCounts soFar) {
                rounds = soFar.rounds();
            }

            @Override
            public boolean goOn() {
                return rounds < 3;
            }
        };
        Exchange first = new Exchange(an, desk, impatient);
        first.run();
        assertThat(first.tally().rounds()).isEqualTo(3);
        assertThat(first.unsettled()).isNotEmpty();
        assertThat(held(people.province())).isBetween(1, 11);
        ExchangeContract.press(an, desk);
        assertThat(held(people.province())).isEqualTo(12);
        assertThat(desk.tally().batchesKnown()).isZero();
    }

    @Test
    void aPeerThatTakesNextToNothingIsNotUnderstood() {
        assertThatExceptionOfType(PeerException.class)
                .isThrownBy(() -> ExchangeContract.press(an, NodePeer.live(people.province(), Outgoing.LEAST - 1)))
                .matches(e -> e.reason() == Reason.NOT_UNDERSTOOD);
    }

    @Test
    void nobodyIsThereAndNothingIsSealedForHim() {
        people.record(an, 1);
        Peer gone = new BentPeer(NodePeer.live(people.province(), 1 << 20), p -> p, p -> p);
        assertThatExceptionOfType(PeerException.class).isThrownBy(() -> new Exchange(an, new Peer() {
            @Override
            public Greeting greet() throws PeerException {
                throw new PeerException(Reason.NO_CONNECTION, null);
            }

            @Override
            public byte[] exchange(byte[] parcel) throws PeerException {
                return gone.exchange(parcel);
            }

            @Override
            public String name() {
                return "nobody";
            }
        }, ProgressListener.SILENT).run());
        assertThat(an.ledger().have(Neighbourhood.SANG_MOC).tips()).allMatch(t -> t.feed().governs());
    }

    @Test
    void receiptsDoNotAnswerReceipts() throws Exception {
        Node office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        NodePeer atProvince = NodePeer.live(people.province(), 1 << 20);
        NodePeer atOffice = NodePeer.live(office, 1 << 20);
        people.record(an, 2);
        ExchangeContract.press(an, atOffice);
        ExchangeContract.press(office, atProvince);
        ExchangeContract.press(an, atOffice);
        ExchangeContract.press(people.province(), atOffice);
        for (int i = 0; i < 3; i++) {
            assertThat(ExchangeContract.press(office, atProvince).rounds()).isEqualTo(1);
            assertThat(ExchangeContract.press(an, atOffice).rounds()).isEqualTo(1);
            assertThat(ExchangeContract.press(people.province(), atOffice).rounds()).isEqualTo(1);
        }
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isEqualTo(3);
        assertThat(office.ledger().receiptsFor(Neighbourhood.SANG_MOC)).hasSize(2);
    }

    @Test
    void thePaceFollowsTheLine() {
        Pace pace = new Pace();
        assertThat(pace.bytes()).isEqualTo(256 << 10);
        pace.took(100, 600_000_000L);
        assertThat(pace.bytes()).as("a greeting tells nothing of the line").isEqualTo(256 << 10);
        pace.took(256 << 10, 32_000_000_000L);
        assertThat(pace.bytes()).as("64 kbit/s").isEqualTo(Outgoing.LEAST);
        pace.took(100 << 10, 10_000_000L);
        assertThat(pace.bytes()).as("a fast line").isEqualTo(8 << 20);
    }
}
