package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.HandOver.Done;
import vn.banso.carrier.HandOver.Outcome;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.HandOver.Stopped;
import vn.banso.carrier.desk.TakeIn;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.Position;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.testing.Desk;
import vn.banso.testing.GatedPeer;
import vn.banso.testing.Neighbourhood;

/** Stop stops within a batch, whatever is under way, and the bar is as full as is known. */
class StopHandOverTest {
    /** Households, for several batches. */
    private static final int MANY = 1_500;

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node mai;
    private final List<Path> plugged = new ArrayList<>();
    private Optional<String> address = Optional.empty();
    private HandOver button;
    private final Watching watching = new Watching();

    /** Remembers where it stood, and presses stop where it is told to. */
    private static final class Watching implements ProgressListener {
        private final List<Position> positions = new ArrayList<>();
        private Predicate<Position> end = _ -> false;
        private Runnable stop = () -> { };

        @Override
        public void moved(ExchangeCounts soFar) {}

        @Override
        public void stands(Position now) {
            positions.add(now);
            if (end.test(now)) {
                stop.run();
            }
        }

        private List<Position> in(ExchangePhase phase) {
            return positions.stream().filter(now -> now.phase() == phase).toList();
        }

        private void goesForward() {
            assertThat(positions).extracting(Position::part).isSorted().allMatch(part -> part >= 0 && part <= 1);
        }
    }

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        mai = people.laptop("mai");
        button = new HandOver(mai, new Sticks(() -> List.copyOf(plugged)), () -> address, Timeouts.usual());
    }

    @AfterEach
    void close() {
        people.close();
    }

    private Path plug(String name) throws IOException {
        plugged.add(Files.createDirectory(folder.resolve(name)));
        return plugged.getLast();
    }

    private Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return (Done) outcome;
    }

    private long in(RecordState state) {
        return mai.ledger().states().get(state);
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
        long all = mai.ledger().unsealed();
        Path stick = plug("USB");
        assertThat(stoppedWhen(now -> now.phase() == ExchangePhase.SEALING && now.done() > 0)).isInstanceOf(Stopped.class);
        assertThat(watching.in(ExchangePhase.SEALING)).filteredOn(now -> now.all() > 0).hasSize(2)
                .allMatch(now -> now.all() == all).last().satisfies(now -> assertThat(now.done()).isEqualTo(all - mai.ledger().unsealed()));
        assertThat(mai.ledger().unsealed()).isPositive();
        assertThat(stick.resolve("BANSO")).as("nothing was left half").doesNotExist();
        assertThat(in(RecordState.HERE)).isEqualTo(MANY + 1L);

        watching.positions.clear();
        Done done = done(button.run(watching));
        watching.goesForward();
        assertThat(done.stillHere()).isZero();
        assertThat(mai.ledger().unsealed()).isZero();
        new TakeIn(people.province()).from(stick);
        assertThat(people.households(people.province())).isEqualTo(MANY);
    }

    @Test
    void stoppedWhileAStickIsWrittenOrReadBackNothingHalfStays() throws Exception {
        much(MANY);
        Path stick = plug("USB");
        Path in = stick.resolve("BANSO").resolve("IN");
        for (ExchangePhase phase : List.of(ExchangePhase.SENDING, ExchangePhase.VERIFYING)) {
            watching.positions.clear();
            Outcome outcome = stoppedWhen(now -> now.phase() == phase);
            assertThat(outcome).isInstanceOf(Stopped.class);
            assertThat(outcome.tally().sent()).isZero();
            assertThat(in).isEmptyDirectory();
            assertThat(in(RecordState.HERE)).isEqualTo(MANY + 1L);
        }
        watching.positions.clear();
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
            List<Position> given = watching.in(ExchangePhase.SENDING);
            long batches = given.getLast().all();
            assertThat(batches).as("more than one parcel holds").isGreaterThan(3);
            assertThat(given).allSatisfy(now -> assertThat(now.part()).isLessThan(1));
            assertThat(given.stream().filter(now -> now.all() == batches)).isNotEmpty().allSatisfy(now -> assertThat(now.part())
                    .isBetween((double) now.done() / batches - 0.001, 0.3 + 0.7 * now.done() / batches + 0.1));
            assertThat(watching.positions.getLast()).isEqualTo(Position.at(ExchangePhase.VERIFYING, 1));

            Watching theirs = new Watching();
            done(new HandOver(other, new Sticks(List::of), () -> address, Timeouts.usual()).run(theirs));
            assertThat(people.households(other)).isEqualTo(2 * MANY);
            List<Position> taken = theirs.in(ExchangePhase.RECEIVING);
            assertThat(taken).as("told how much is to come").isNotEmpty().allMatch(now -> now.all() > 0 && now.part() < 1);
            assertThat(taken.getFirst().part()).isLessThan(0.7);
            assertThat(theirs.positions.stream().filter(now -> now.part() == 1)).as("full at the end alone").hasSize(1);
            theirs.goesForward();
            watching.goesForward();
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
}
