package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.EntryId;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** A stick on which day after day is handed over before anybody answers: each time only what is new is written. */
class WaitingParcelsTest {
    private static final long SEED = Long.getLong("seed", 20_261_120L);

    @TempDir
    private Path stick;
    @TempDir
    private Path second;
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node commune;
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        commune = people.laptop("commune", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        an = people.laptop("an", commune, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private ExchangeCounts visit(Node who, Path to) throws PeerException {
        return ExchangeContract.press(who, new FolderPeer(to, who.id()));
    }

    private void take(Node who, Path from) throws PeerException {
        new FolderDesk(NodePeer.forFiles(who, FolderPeer.LONGEST_PARCEL)).take(from);
    }

    private static List<Path> parcels(Path stick) throws IOException {
        try (Stream<Path> files = Files.list(stick.resolve("BANSO/IN"))) {
            return files.sorted().toList();
        }
    }

    private static long batches(Path parcel) {
        try {
            return Parcel.read(Files.readAllBytes(parcel)).frames().stream().filter(Frame.BatchFrame.class::isInstance).count();
        } catch (IOException | MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onlyWhatIsNewIsWritten() throws Exception {
        people.record(an, 60);
        long whole = visit(an, stick).bytesUp();
        long batches = batches(parcels(stick).getFirst());
        for (int day = 2; day <= 5; day++) {
            people.record(an, 1);
            ExchangeCounts tally = visit(an, stick);
            assertThat(tally.sent()).isEqualTo(1);
            assertThat(tally.bytesUp()).as("day " + day).isLessThan(whole / 2);
            assertThat(parcels(stick)).hasSize(day);
            assertThat(parcels(stick).stream().mapToLong(WaitingParcelsTest::batches).sum()).as("each batch once").isEqualTo(batches + day - 1);
        }
        assertThat(visit(an, stick).sent()).isZero();
        assertThat(parcels(stick)).as("nothing new is no new file").hasSize(5);
        take(commune, stick);
        assertThat(people.households(commune)).isEqualTo(64);
    }

    @Test
    void whatTheCommuneConfirmedNeedNotTravelToItAgainAndTheCommuneBringsItOn() throws Exception {
        people.record(an, 20);
        visit(an, stick);
        people.record(an, 2);
        visit(an, stick);
        take(commune, stick);
        ExchangeCounts back = visit(an, stick);
        assertThat(back.sent()).isZero();
        assertThat(an.ledger().states().get(RecordState.COMMUNE)).isEqualTo(23);
        assertThat(parcels(stick)).as("what was answered went").hasSize(1).allMatch(p -> batches(p) == 0);
        people.record(an, 1);
        assertThat(visit(an, stick).sent()).isEqualTo(1);

        visit(commune, second);
        take(people.province(), second);
        assertThat(people.households(people.province())).isEqualTo(22);
        take(commune, stick);
        visit(commune, second);
        take(people.province(), second);
        visit(commune, second);
        assertThat(people.households(people.province())).isEqualTo(23);
        take(commune, stick);
        visit(an, stick);
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isEqualTo(24);
    }

    /** The commune knows nothing of it any more, or the stick goes past it to the province. */
    @Test
    void aDeskThatLacksWhatAnotherConfirmedSaysSoAndGetsIt() throws Exception {
        people.record(an, 20);
        visit(an, stick);
        take(commune, stick);
        visit(an, stick);
        people.record(an, 1);
        visit(an, stick);
        take(people.province(), stick);
        assertThat(people.households(people.province())).as("there is a gap before it").isZero();
        assertThat(visit(an, stick).sent()).isPositive();
        take(people.province(), stick);
        assertThat(people.households(people.province())).isEqualTo(21);
    }

    @Test
    void aParcelThatWentOrIsDamagedIsWrittenAnew() throws Exception {
        people.record(an, 20);
        visit(an, stick);
        Path first = parcels(stick).getFirst();
        byte[] damaged = Files.readAllBytes(first);
        damaged[damaged.length / 2] ^= 1;
        Files.write(first, damaged);
        people.record(an, 1);
        assertThat(visit(an, stick).sent()).isGreaterThan(1);
        for (Path parcel : parcels(stick)) {
            Files.delete(parcel);
        }
        people.record(an, 1);
        visit(an, stick);
        take(commune, stick);
        assertThat(people.households(commune)).isEqualTo(22);
    }

    @Test
    void manyParcelsBecomeOneAgain() throws Exception {
        for (int day = 0; day < 12; day++) {
            people.record(an, 1);
            visit(an, stick);
            assertThat(parcels(stick)).hasSizeLessThanOrEqualTo(8);
        }
        take(commune, stick);
        assertThat(people.households(commune)).isEqualTo(12);
    }

    @Test
    void whatWasErasedLeavesTheStick() throws Exception {
        EntryId household = people.record(an, 3).getFirst();
        visit(an, stick);
        byte[] before = Files.readAllBytes(parcels(stick).getFirst());
        ExchangeContract.press(an, NodePeer.live(commune, 1 << 20));
        assertThat(commune.acts().erase(Neighbourhood.SANG_MOC, household).isSaved()).isTrue();
        ExchangeContract.press(an, NodePeer.live(commune, 1 << 20));
        visit(an, stick);
        assertThat(parcels(stick)).allSatisfy(p -> assertThat(Files.readAllBytes(p)).isNotEqualTo(before));
    }

    /** The office holds a redacted batch without the erasure that explains it: nobody has answered for it, and the whole one is asked for. */
    @Test
    void whereARedactionWaitsTheWholeBatchIsAskedForByStickToo() throws Exception {
        NodePeer province = NodePeer.live(people.province(), 1 << 20);
        EntryId household = people.record(an, 3).getFirst();
        ExchangeContract.press(commune, province);
        ExchangeContract.press(an, province);
        assertThat(people.province().acts().erase(Neighbourhood.SANG_MOC, household).isSaved()).isTrue();
        people.province().ledger().redactionsFor(Neighbourhood.SANG_MOC).forEach(commune.ledger()::take);
        assertThat(people.households(commune)).as("it waits").isZero();
        visit(an, stick);
        take(commune, stick);
        visit(an, stick);
        take(commune, stick);
        assertThat(people.households(commune)).isEqualTo(3);
    }

    /** Two laptops and two desks, sticks that lose files and are read in any order. */
    @Test
    void whateverHappensToTheStickEverythingArrives() throws Exception {
        Random random = new Random(SEED);
        Node binh = people.laptop("binh", commune, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        int written = 0;
        for (int step = 0; step < 25; step++) {
            Node who = random.nextBoolean() ? an : binh;
            switch (random.nextInt(6)) {
                case 0, 1 -> written += people.record(who, 1 + random.nextInt(3)).size();
                case 2, 3 -> visit(who, stick);
                case 4 -> take(random.nextInt(3) == 0 ? people.province() : commune, stick);
                default -> lose(random);
            }
        }
        for (int round = 0; round < 3; round++) {
            visit(an, stick);
            visit(binh, stick);
            take(commune, stick);
            visit(commune, second);
            take(people.province(), second);
        }
        assertThat(people.households(commune)).as("seed " + SEED).isEqualTo(written);
        assertThat(people.households(people.province())).as("seed " + SEED).isEqualTo(written);
        assertThat(people.province().digest(Optional.of(Neighbourhood.SANG_MOC))).as("seed " + SEED)
                .isEqualTo(commune.digest(Optional.of(Neighbourhood.SANG_MOC)));
    }

    private void lose(Random random) throws IOException {
        if (Files.isDirectory(stick.resolve("BANSO/IN")) && !parcels(stick).isEmpty()) {
            List<Path> all = parcels(stick);
            Files.delete(all.get(random.nextInt(all.size())));
        }
    }
}
