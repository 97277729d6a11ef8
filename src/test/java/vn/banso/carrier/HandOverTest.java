package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.HandOver.Done;
import vn.banso.carrier.HandOver.Interrupted;
import vn.banso.carrier.HandOver.NoRoad;
import vn.banso.carrier.HandOver.Outcome;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.HandOver.Stopped;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.receiver.Receiver;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.Position;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Desk;
import vn.banso.testing.GatedPeer;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.SmallDisk;
import vn.banso.testing.Stage;

/** One press, whichever road there is, and any number of presses more. */
class HandOverTest {
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node mai;
    private final List<Path> plugged = new ArrayList<>();
    private Optional<String> address = Optional.empty();
    private HandOver button;
    private final Watching watching = new Watching();

    /** Remembers what it was told. */
    private static final class Watching implements ProgressListener {
        private final List<ExchangePhase> phases = new ArrayList<>();
        private final List<Double> parts = new ArrayList<>();

        @Override
        public void moved(ExchangeCounts soFar) {}

        @Override
        public void stands(Position now) {
            phases.add(now.phase());
            parts.add(now.part());
        }
    }

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        mai = people.laptop("mai");
        button = new HandOver(mai, new Sticks(() -> List.copyOf(plugged)), () -> address, Timeouts.usual());
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
        return mai.ledger().states().get(state);
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
            assertThat(watching.phases).contains(ExchangePhase.LOOKING, ExchangePhase.SEALING, ExchangePhase.SENDING, ExchangePhase.VERIFYING);
            assertThat(in(RecordState.PROVINCE)).isEqualTo(21);
            assertThat(done(button.run(ProgressListener.SILENT)).tally().sent()).isZero();
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
        assertThat(watching.phases).containsSubsequence(ExchangePhase.LOOKING, ExchangePhase.SEALING, ExchangePhase.SENDING, ExchangePhase.VERIFYING);
        assertThat(in(RecordState.HANDED_OVER)).as("a stick is no receipt").isEqualTo(21);

        done(button.run(ProgressListener.SILENT));
        new FolderDesk(NodePeer.forFiles(people.province(), FolderPeer.LONGEST_PARCEL)).take(stick);
        assertThat(done(button.run(ProgressListener.SILENT)).tally().receipts()).isPositive();
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
        HandOver alone = new HandOver(people.open("alone"), new Sticks(() -> List.copyOf(plugged)), () -> address, Timeouts.usual());
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
            done(button.run(ProgressListener.SILENT));
            done(button.run(ProgressListener.SILENT));
        }
        assertThat(people.households(people.province())).isEqualTo(30);
        assertThat(in(RecordState.PROVINCE)).isEqualTo(31);
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
        assertThat(done(button.run(ProgressListener.SILENT)).road()).isInstanceOf(Road.Usb.class);
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
        assertThat(done(button.run(new Road.Folder(folder), ProgressListener.SILENT)).stillHere()).isZero();
    }
}
