package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.banso.cli.bench.baseline.SlowLine;
import vn.banso.receiver.Receiver;
import vn.banso.register.names.Names;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Desk;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Road;

/** Real nodes over every road. */
@Tag("slow")
class NodeRoadsTest {
    private static final long SEED = Long.getLong("seed", 20_261_120L);
    private static final int HISTORIES = Integer.getInteger("histories", 25);

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;
    private Node binh;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
        binh = people.laptop("binh");
    }

    @AfterEach
    void close() {
        people.close();
    }

    private static ExchangeCounts press(Node node, Peer peer) throws PeerException {
        return new Exchange(node, peer, ProgressListener.SILENT).run();
    }

    private NodePeer desk(Road.Kind kind) {
        return kind == Road.Kind.STICK ? NodePeer.forFiles(people.province(), FolderPeer.LONGEST_PARCEL)
                : NodePeer.live(people.province(), 1 << 20);
    }

    @ParameterizedTest
    @EnumSource
    void whatOneWroteTheOtherHoldsAndBothHaveTheProvincesWord(Road.Kind kind) throws Exception {
        people.record(an, 30);
        people.record(binh, 20);
        try (Road road = Road.of(kind, desk(kind), folder)) {
            for (int visit = 0; visit < 3; visit++) {
                press(an, road.from(an.id()));
                press(binh, road.from(binh.id()));
                road.carry();
            }
            press(an, road.from(an.id()));
            press(binh, road.from(binh.id()));
        }
        assertThat(people.households(people.province())).isEqualTo(50);
        for (Node node : new Node[] {an, binh}) {
            assertThat(people.households(node)).isEqualTo(50);
            assertThat(node.digest(Optional.of(Neighbourhood.SANG_MOC)))
                    .isEqualTo(people.province().digest(Optional.of(Neighbourhood.SANG_MOC)));
        }
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isGreaterThanOrEqualTo(31);
        assertThat(an.ledger().states().get(RecordState.HERE)).isZero();
        assertThat(holding("Bản Chương", Names.fold("Bản Chương"))).as("files in which the village stands: of nodes, on the road, left behind").isEmpty();
    }

    private List<Path> holding(String... texts) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (Charset in : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    if (Stream.of(texts).anyMatch(text -> bytes.contains(new String(text.getBytes(in), StandardCharsets.ISO_8859_1)))) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void cutAnywhereAndPressedAgainEverythingIsThereOnce() throws Exception {
        Random random = new Random(SEED);
        int written = 0;
        int cuts = 0;
        try (Receiver desk = Desk.serving(desk(Road.Kind.HTTP)); SlowLine line = SlowLine.open(desk.address(), SlowLine.Line.FAST);
                HttpPeer peer = new HttpPeer(line.address())) {
            for (int history = 0; history < HISTORIES; history++) {
                int more = 1 + random.nextInt(40);
                people.record(an, more);
                written += more;
                if (random.nextBoolean()) {
                    line.cutUpAfter(random.nextInt(2_500));
                } else {
                    line.cutDownAfter(random.nextInt(1_200));
                }
                for (boolean through = false; !through; line.heal()) {
                    through = pressed(peer);
                }
                assertThat(people.households(people.province())).as("seed " + SEED).isEqualTo(written);
                assertThat(an.ledger().states().get(RecordState.HERE)).as("seed " + SEED).isZero();
            }
            cuts = line.count().cuts();
        }
        assertThat(an.digest(Optional.of(Neighbourhood.SANG_MOC)))
                .isEqualTo(people.province().digest(Optional.of(Neighbourhood.SANG_MOC)));
        System.out.printf("%d hand-overs of a real node, %d of them cut%n", HISTORIES, cuts);
        assertThat(cuts).isGreaterThan(HISTORIES / 5);
    }

    private boolean pressed(HttpPeer peer) {
        try {
            press(an, peer);
            return true;
        } catch (PeerException e) {
            assertThat(e.reason()).isEqualTo(PeerException.Reason.CUT_OFF);
            return false;
        }
    }

    @Test
    void oneHandOverOnAVillageLine() throws Exception {
        people.record(an, 3);
        try (Receiver desk = Desk.serving(desk(Road.Kind.HTTP))) {
            try (HttpPeer warm = new HttpPeer(desk.address())) {
                press(an, warm);
            }
            people.record(an, 10);
            try (SlowLine line = SlowLine.open(desk.address(), SlowLine.Line.VILLAGE); HttpPeer peer = new HttpPeer(line.address())) {
                long begin = System.nanoTime();
                ExchangeCounts tally = press(an, peer);
                System.out.printf("10 households on a village line: %d ms, %d rounds, %s%n", (System.nanoTime() - begin) / 1_000_000,
                        tally.rounds(), line.count());
                assertThat(tally.rounds()).isEqualTo(1);
                assertThat(line.count().connections()).isEqualTo(1);
            }
        }
        assertThat(people.households(people.province())).isEqualTo(13);
    }
}
