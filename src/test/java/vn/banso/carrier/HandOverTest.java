package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.HandOver.Done;
import vn.banso.carrier.HandOver.Interrupted;
import vn.banso.carrier.HandOver.NoRoad;
import vn.banso.carrier.HandOver.Outcome;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.HandOver.Stopped;
import vn.banso.receiver.Receiver;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.Value;
import vn.banso.store.Node;
import vn.banso.store.RecordState;
import vn.banso.sync.NodePeer;
import vn.banso.sync.PeerException.Reason;
import vn.banso.sync.Phase;
import vn.banso.sync.Position;
import vn.banso.sync.Progress;
import vn.banso.sync.Tally;
import vn.banso.testing.Desk;
import vn.banso.testing.GatedPeer;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.SmallDisk;
import vn.banso.testing.Stage;

/** One press, whichever road there is, and any number of presses more. */
@Timeout(120)
class HandOverTest {
    /** Households, for several batches. */
    private static final int MANY = 1_500;
    private static final Patience SHORT = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(3), 1_000);

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node mai;
    private final List<Path> plugged = new ArrayList<>();
    private Optional<String> address = Optional.empty();
    private HandOver button;
    private final Watching watching = new Watching();

    /** Remembers what it was told. */
    private static final class Watching implements Progress {
        private final List<Phase> phases = new ArrayList<>();
        private final List<Double> parts = new ArrayList<>();
        private final List<Position> positions = new ArrayList<>();
        private Predicate<Position> end = _ -> false;
        private Runnable stop = () -> { };

        @Override
        public void moved(Tally soFar) {}

        @Override
        public void stands(Position now) {
            phases.add(now.phase());
            parts.add(now.part());
            positions.add(now);
            if (end.test(now)) {
                stop.run();
            }
        }
    }

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        mai = people.laptop("mai");
        button = new HandOver(mai, new Sticks(() -> List.copyOf(plugged)), () -> address, SHORT);
    }

    @AfterEach
    void nothingWasToldThatIsNotSo() {
        people.close();
        assertThat(watching.parts).isSorted().allMatch(part -> part >= 0 && part <= 1);
    }

    private Path plug(String name) throws IOException {
        plugged.add(Files.createDirectory(folder.resolve(name)));
        return plugged.getLast();
    }

    private Receiver receiver() {
        Receiver receiver = Desk.serving(NodePeer.live(people.province(), 1 << 20));
        address = Optional.of(receiver.address().toString());
        return receiver;
    }

    private Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return (Done) outcome;
    }

    private Reason interrupted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Interrupted.class);
        return ((Interrupted) outcome).why().reason();
    }

    private long in(RecordState state) {
        return mai.states().get(state);
    }

    @Test
    void theReceiverWhereItAnswers() throws Exception {
        plug("USB");
        people.record(mai, 20);
        try (Receiver _ = receiver()) {
            assertThat(button.look().road()).contains(new Road.Line(address.orElseThrow()));
            Done done = done(button.run(watching));
            assertThat(done.road()).isInstanceOf(Road.Line.class);
            assertThat(done.unsettled()).isEmpty();
            assertThat(done.stillHere()).isZero();
            assertThat(watching.phases).contains(Phase.LOOKING, Phase.SEALING, Phase.SENDING, Phase.VERIFYING);
            assertThat(in(RecordState.PROVINCE)).isEqualTo(21);
            assertThat(done(button.run(Progress.SILENT)).tally().sent()).isZero();
        }
        assertThat(plugged.getFirst().resolve("BANSO")).doesNotExist();
        assertThat(people.households(people.province())).isEqualTo(20);
    }

    @Test
    void theStickPluggedInLastWhereItDoesNot() throws Exception {
        address = Optional.of("http://127.0.0.1:9/");
        plug("OLD");
        button.look();
        Path stick = plug("MAI");
        people.record(mai, 20);
        HandOver.Found found = button.look();
        assertThat(found.noLine()).hasValueSatisfying(e -> assertThat(e.reason()).isEqualTo(Reason.NO_CONNECTION));
        assertThat(found.sticks()).extracting(Sticks.Plugged::name).containsExactly("MAI", "OLD");
        Done done = done(button.run(watching));
        assertThat(done.road().name()).isEqualTo("MAI");
        assertThat(done.safeToRemove()).isTrue();
        assertThat(watching.phases).containsSubsequence(Phase.LOOKING, Phase.SEALING, Phase.SENDING, Phase.VERIFYING);
        assertThat(in(RecordState.HANDED_OVER)).as("a stick is no receipt").isEqualTo(21);

        done(button.run(Progress.SILENT));
        new FolderDesk(NodePeer.forFiles(people.province(), FolderPeer.LONGEST_PARCEL)).take(stick);
        assertThat(done(button.run(Progress.SILENT)).tally().receipts()).isPositive();
        assertThat(in(RecordState.PROVINCE)).isEqualTo(21);
        assertThat(people.households(people.province())).isEqualTo(20);
    }

    @Test
    void aFolderSomebodyNamesWhereThereIsNeither() throws Exception {
        people.record(mai, 3);
        assertThat(button.run(watching)).isEqualTo(new NoRoad(Optional.empty()));
        assertThat(in(RecordState.HERE)).as("nothing was sealed for nobody").isEqualTo(4);
        Path named = Files.createDirectory(folder.resolve("Gửi Zalo"));
        assertThat(done(button.run(new Road.Folder(named), watching)).road().name()).isEqualTo("Gửi Zalo");
        assertThat(in(RecordState.HANDED_OVER)).isEqualTo(4);
    }

    @Test
    void whoHasNotJoinedIsToldSoAndNothingElse() throws Exception {
        plug("USB");
        HandOver alone = new HandOver(people.open("alone"), new Sticks(() -> List.copyOf(plugged)), () -> address, SHORT);
        assertThat(alone.run(watching)).isInstanceOfSatisfying(NoRoad.class, none -> assertThat(none.noLine())
                .hasValueSatisfying(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_JOINED)));
    }

    @Test
    void aPortalOrABusyProvinceSendsToTheStickAndSaysWhy() throws Exception {
        plug("USB");
        try (Stage portal = Stage.saying(new Stage.Line(200, "Content-Type", "text/html", "<html>"))) {
            address = Optional.of(portal.address().toString());
            assertThat(button.look().noLine().orElseThrow().reason()).isEqualTo(Reason.CAPTIVE_PORTAL);
        }
        try (Stage busy = Stage.saying(new Stage.Line(503, "Retry-After", "120", "later"))) {
            address = Optional.of(busy.address().toString());
            HandOver.Found found = button.look();
            assertThat(found.noLine().orElseThrow().retryAfter()).contains(Duration.ofSeconds(120));
            assertThat(found.road()).containsInstanceOf(Road.Usb.class);
        }
    }

    @Test
    void stoppedInTheMiddleAndPressedAgainEverythingIsThereOnce() throws Exception {
        people.record(mai, 30);
        GatedPeer gate = new GatedPeer(NodePeer.live(people.province(), 1 << 20));
        try (Receiver desk = Desk.serving(gate)) {
            address = Optional.of(desk.address().toString());
            var run = CompletableFuture.supplyAsync(() -> button.run(watching));
            gate.awaitEntered();
            button.stop();
            assertThat(run.get()).isInstanceOf(Stopped.class);
            assertThat(in(RecordState.PROVINCE)).isZero();
            gate.open();
            done(button.run(Progress.SILENT));
            done(button.run(Progress.SILENT));
        }
        assertThat(people.households(people.province())).isEqualTo(30);
        assertThat(in(RecordState.PROVINCE)).isEqualTo(31);
    }

    /** Households of which no two are alike, so that they fill several batches; the same each time. */
    private void much(int households) {
        Random random = new Random(7);
        mai.save(people.record(mai, households).stream().map(id -> Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, id)
                .with("address_hint", new Value.Text(random.ints(190, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()))).toList());
    }

    /** Presses stop as soon as it stands like this. */
    private Outcome stoppedWhen(Predicate<Position> now) {
        watching.stop = button::stop;
        watching.end = now;
        Outcome outcome = button.run(watching);
        watching.end = _ -> false;
        return outcome;
    }

    @Test
    void stoppedWhilePackingNoMoreThanABatchIsMade() throws Exception {
        much(MANY);
        long all = mai.unsealed();
        Path stick = plug("USB");
        assertThat(stoppedWhen(now -> now.phase() == Phase.SEALING && now.done() > 0)).isInstanceOf(Stopped.class);
        assertThat(watching.positions).filteredOn(now -> now.phase() == Phase.SEALING && now.all() > 0).hasSize(2)
                .allMatch(now -> now.all() == all).last().satisfies(now -> assertThat(now.done()).isEqualTo(all - mai.unsealed()));
        assertThat(mai.unsealed()).isPositive();
        assertThat(stick.resolve("BANSO")).as("nothing was left half").doesNotExist();
        assertThat(in(RecordState.HERE)).isEqualTo(MANY + 1L);

        watching.parts.clear();
        Done done = done(button.run(watching));
        assertThat(done.stillHere()).isZero();
        assertThat(mai.unsealed()).isZero();
        new TakeIn(people.province()).from(stick);
        assertThat(people.households(people.province())).isEqualTo(MANY);
    }

    @Test
    void stoppedWhileAStickIsWrittenOrReadBackNothingHalfStays() throws Exception {
        much(MANY);
        Path stick = plug("USB");
        Path in = stick.resolve("BANSO").resolve("IN");
        for (Phase phase : List.of(Phase.SENDING, Phase.VERIFYING)) {
            watching.parts.clear();
            Outcome outcome = stoppedWhen(now -> now.phase() == phase);
            assertThat(outcome).isInstanceOf(Stopped.class);
            assertThat(outcome.tally().sent()).isZero();
            assertThat(in).isEmptyDirectory();
            assertThat(in(RecordState.HERE)).isEqualTo(MANY + 1L);
        }
        watching.parts.clear();
        assertThat(done(button.run(watching)).safeToRemove()).isTrue();
        new TakeIn(people.province()).from(stick);
        assertThat(people.households(people.province())).isEqualTo(MANY);
    }

    @Test
    void byLineTheBarIsAsFullAsWhatIsGivenAndWhatHasCome() throws Exception {
        Node other = people.laptop("lan");
        much(2 * MANY);
        try (Receiver _ = narrow()) {
            done(button.run(watching));
            List<Position> given = watching.positions.stream().filter(now -> now.phase() == Phase.SENDING).toList();
            long batches = given.getLast().all();
            assertThat(batches).as("more than one parcel holds").isGreaterThan(3);
            assertThat(given).allSatisfy(now -> assertThat(now.part()).isLessThan(1));
            assertThat(given.stream().filter(now -> now.all() == batches)).isNotEmpty().allSatisfy(now -> assertThat(now.part())
                    .isBetween((double) now.done() / batches - 0.001, 0.3 + 0.7 * now.done() / batches + 0.1));
            assertThat(watching.positions.getLast()).isEqualTo(Position.at(Phase.VERIFYING, 1));

            Watching theirs = new Watching();
            done(new HandOver(other, new Sticks(List::of), () -> address, SHORT).run(theirs));
            assertThat(people.households(other)).isEqualTo(2 * MANY);
            List<Position> taken = theirs.positions.stream().filter(now -> now.phase() == Phase.RECEIVING).toList();
            assertThat(taken).as("told how much is to come").isNotEmpty().allMatch(now -> now.all() > 0 && now.part() < 1);
            assertThat(taken.getFirst().part()).isLessThan(0.5);
            assertThat(theirs.positions.stream().filter(now -> now.part() == 1)).as("full at the end alone").hasSize(1);
            assertThat(theirs.parts).isSorted();
        }
    }

    private Receiver narrow() {
        Receiver receiver = Desk.serving(NodePeer.live(people.province(), 128 << 10));
        address = Optional.of(receiver.address().toString());
        return receiver;
    }

    @Test
    void stoppedBeforeItHasBegunItDoesNotBegin() throws Exception {
        people.record(mai, 3);
        GatedPeer gate = new GatedPeer(NodePeer.live(people.province(), 1 << 20));
        try (Receiver desk = Desk.serving(gate)) {
            address = Optional.of(desk.address().toString());
            button.stop();
            assertThat(button.run(new Road.Line(desk.address().toString()), watching)).isInstanceOf(Stopped.class);
            assertThat(gate.begun()).isZero();
        }
    }

    @Test
    void aReceiverThatGoesInTheMiddleLeavesTheStick() throws Exception {
        people.record(mai, 5);
        Road line;
        try (Receiver _ = receiver()) {
            line = button.look().road().orElseThrow();
        }
        assertThat(interrupted(button.run(line, watching))).isEqualTo(Reason.NO_CONNECTION);
        assertThat(in(RecordState.HERE)).isEqualTo(6);
        plug("USB");
        assertThat(done(button.run(Progress.SILENT)).road()).isInstanceOf(Road.Usb.class);
    }

    @Test
    void aFullALockedAndAPulledStickAreTold() throws Exception {
        people.record(mai, 5);
        Path stick = plug("USB");
        Road road = button.look().road().orElseThrow();
        try (SmallDisk disk = SmallDisk.plug(stick, 128 << 10)) {
            Files.write(stick.resolve("film.mp4"), new byte[100 << 10]);
            assertThat(interrupted(button.run(road, watching))).isEqualTo(Reason.FULL);
            Files.delete(stick.resolve("film.mp4"));
            disk.lock();
            assertThat(interrupted(button.run(road, watching))).isEqualTo(Reason.READ_ONLY);
        }
        Files.delete(stick);
        assertThat(interrupted(button.run(road, watching))).isEqualTo(Reason.GONE);
        assertThat(in(RecordState.HERE)).isEqualTo(6);
        assertThat(done(button.run(new Road.Folder(folder), Progress.SILENT)).stillHere()).isZero();
    }
}
