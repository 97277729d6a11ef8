package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Road;
import vn.banso.testing.Sender;

/** What every road promises, whatever carries the parcels. */
class RoadContractTest {
    private static final long SEED = Long.getLong("seed", 20_261_120L);

    private final HonestPeer desk = new HonestPeer(1);

    @TempDir
    private Path stick;

    private static void press(Road road, Sender laptop) throws PeerException {
        laptop.handOver(road.from(DeviceId.ofKey(laptop.key())));
    }

    @ParameterizedTest
    @EnumSource
    void everythingArrivesAndEveryReceiptComesBackByTheSameRoad(Road.Kind kind) throws Exception {
        Sender laptop = new Sender(1).write(50, 500, new Random(1));
        try (Road road = Road.of(kind, desk, stick)) {
            press(road, laptop);
            road.carry();
            assertThat(desk.held()).isEqualTo(50);
            assertThat(laptop.things()).allMatch(desk::holds);
            press(road, laptop);
            assertThat(laptop.receipted()).isEqualTo(50);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenTimesIsOnce(Road.Kind kind) throws Exception {
        byte[] parcel = new Sender(1).write(20, 500, new Random(1)).parcel();
        Sender laptop = new Sender(1);
        try (Road road = Road.of(kind, desk, stick)) {
            for (int i = 0; i < 10; i++) {
                road.from(DeviceId.ofKey(laptop.key())).exchange(parcel);
                road.carry();
            }
            assertThat(desk.held()).isEqualTo(20);
            assertThat(desk.cameIn()).as("otherwise nothing was proved").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void laptopsThatComeAndGoInAnyOrderAllArrive(Road.Kind kind) throws Exception {
        Random random = new Random(SEED);
        List<Sender> laptops = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            laptops.add(new Sender(i));
        }
        try (Road road = Road.of(kind, desk, stick)) {
            for (int step = 0; step < 120; step++) {
                Sender laptop = laptops.get(random.nextInt(laptops.size()));
                switch (random.nextInt(3)) {
                    case 0 -> laptop.write(1 + random.nextInt(5), 300, random);
                    case 1 -> press(road, laptop);
                    default -> road.carry();
                }
                assertThat(laptops).as("seed " + SEED).allMatch(l -> l.receipted() <= l.written());
            }
            for (Sender laptop : laptops) {
                press(road, laptop);
            }
            road.carry();
            for (Sender laptop : laptops) {
                press(road, laptop);
                assertThat(laptop.receipted()).as("seed " + SEED).isEqualTo(laptop.written());
                assertThat(laptop.things()).as("seed " + SEED).allMatch(desk::holds);
            }
        }
        assertThat(desk.held()).as("seed " + SEED).isEqualTo(laptops.stream().mapToInt(Sender::written).sum());
    }

    @ParameterizedTest
    @EnumSource
    void nothingNewMovesNothing(Road.Kind kind) throws Exception {
        Sender laptop = new Sender(1);
        try (Road road = Road.of(kind, desk, stick)) {
            press(road, laptop);
            road.carry();
            press(road, laptop);
        }
        assertThat(desk.held()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP", "STICK"})
    void aParcelThatIsTooLongNeverLeaves(Road.Kind kind) throws Exception {
        try (Road road = Road.of(kind, desk, stick)) {
            Peer peer = road.from(DeviceId.ofKey(new Sender(1).key()));
            Greeting greeting = peer.greet();
            assertThatExceptionOfType(PeerException.class)
                    .isThrownBy(() -> peer.exchange(new byte[greeting.maxParcelBytes() + 1]))
                    .matches(e -> e.reason() == PeerException.Reason.TOO_LARGE);
            road.carry();
        }
        assertThat(desk.exchanges()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP", "STICK"})
    void garbageHarmsNobody(Road.Kind kind) throws Exception {
        Sender laptop = new Sender(1).write(5, 100, new Random(1));
        try (Road road = Road.of(kind, desk, stick)) {
            Peer peer = road.from(DeviceId.ofKey(laptop.key()));
            byte[] garbage = "not a parcel at all".getBytes();
            if (kind == Road.Kind.HTTP) {
                assertThatExceptionOfType(PeerException.class).isThrownBy(() -> peer.exchange(garbage))
                        .matches(e -> e.reason() == PeerException.Reason.NOT_UNDERSTOOD);
            } else {
                assertThat(peer.exchange(garbage)).as("nobody reads a stick before it is carried").isNotEqualTo(garbage);
            }
            road.carry();
            assertThat(desk.held()).isZero();
            press(road, laptop);
            road.carry();
            assertThat(desk.held()).isEqualTo(5);
        }
    }
}
