package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.HttpPeer;
import vn.banso.cli.bench.baseline.SlowLine;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Desk;
import vn.banso.testing.Neighbourhood;

/** The line is cut at any byte, there or back, and somebody presses again: everything is there, once, and hardly anything came twice. */
@Tag("slow")
class CutExchangeTest {
    private static final long SEED = Long.getLong("seed", 20_261_120L);
    private static final int HISTORIES = Integer.getInteger("histories", 12);

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private NodePeer desk;
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
        desk = NodePeer.live(people.province(), 8 << 20);
        ExchangeContract.press(an, desk);
    }

    @AfterEach
    void close() {
        people.close();
    }

    /** So many batches, each as long as they get: problems told at length, in letters that do not compress. */
    private int write(int batches, Random random) {
        for (int i = 0; i < batches; i++) {
            List<Draft> drafts = new ArrayList<>();
            for (int problem = 0; problem < 12; problem++) {
                StringBuilder text = new StringBuilder();
                random.ints(1_000, 0x4E00, 0x9FFF).forEach(text::appendCodePoint);
                drafts.add(Draft.of(Catalogue.PROBLEM, Neighbourhood.SANG_MOC, an.freshId()).with("village", new Value.Ref(an.freshId())).with("kind", new Value.Code(1))
                        .with("date", new Value.Day(2026, 11, 20)).with("text", new Value.Text(text.toString())));
            }
            assertThat(an.save(drafts).isSaved()).isTrue();
            an.ledger().seal();
        }
        return batches;
    }

    private int held(Node node) {
        return node.entries(Catalogue.PROBLEM, Neighbourhood.SANG_MOC).size() / 12;
    }

    private boolean pressed(Peer peer) {
        try {
            ExchangeContract.press(an, peer);
            return true;
        } catch (PeerException e) {
            assertThat(e.reason()).isEqualTo(Reason.CUT_OFF);
            return false;
        }
    }

    /** Presses until it is through. */
    private int mostThatCameAgain(CutPeer line) {
        int most = 0;
        int before = line.cameAgain();
        for (boolean through = false; !through; before = line.cameAgain()) {
            assertThat(line.cuts()).as("it must come to an end").isLessThan(100);
            through = pressed(line);
            most = Math.max(most, line.cameAgain() - before);
        }
        return most;
    }

    private void proven(int written, int cuts, String seed) {
        assertThat(held(people.province())).as(seed).isEqualTo(written);
        assertThat(people.province().digest(Optional.of(Neighbourhood.SANG_MOC))).as(seed)
                .isEqualTo(an.digest(Optional.of(Neighbourhood.SANG_MOC)));
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).as(seed).isEqualTo(an.ledger().states().values().stream().mapToLong(n -> n).sum());
        assertThat(desk.tally().batchesKnown()).as(seed + ": batches that came again").isLessThanOrEqualTo(cuts);
    }

    @Test
    void cutAnywhereAtMostOneBatchComesAgain() {
        int written = 0;
        int cuts = 0;
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(SEED + history);
            written += write(1 + random.nextInt(4), random);
            CutPeer line = new CutPeer(desk, random, 2);
            assertThat(mostThatCameAgain(line)).as("-Dseed=" + SEED + ", history " + history + ": batches sent again after one cut")
                    .isLessThanOrEqualTo(1);
            cuts += line.cuts();
            proven(written, cuts, "-Dseed=" + SEED + ", history " + history);
        }
        assertThat(cuts).as("otherwise nothing was proved").isGreaterThan(HISTORIES / 2);
        System.out.printf("%d histories, %d cuts, %d batches, %d of them came twice%n", HISTORIES, cuts, written, desk.tally().batchesKnown());
    }

    @Test
    void theSameOverARealLine() throws Exception {
        int written = 0;
        try (Receiver receiver = Desk.serving(desk); SlowLine line = SlowLine.open(receiver.address(), SlowLine.Line.FAST);
                HttpPeer peer = new HttpPeer(line.address())) {
            for (int history = 0; history < 3; history++) {
                Random random = new Random(SEED - history);
                written += write(4, random);
                if (random.nextInt(4) > 0) {
                    line.cutUpAfter(random.nextInt(150_000));
                } else {
                    line.cutDownAfter(random.nextInt(1_000));
                }
                for (boolean through = false; !through; line.heal()) {
                    through = pressed(peer);
                }
                // How much came again is not asked here: who presses again may be quicker than the desk with what it has of the first time.
                proven(written, Integer.MAX_VALUE, "-Dseed=" + SEED + ", history " + history);
            }
            assertThat(line.count().cuts()).as("otherwise nothing was proved").isPositive();
        }
    }

    /** The rig finds a desk that throws away what came of a parcel before it was cut. */
    @Test
    void aDeskThatForgetsWhatCameBeforeTheCutIsFound() {
        Peer forgetful = new Peer() {
            @Override
            public Greeting greet() {
                return desk.greet();
            }

            @Override
            public byte[] exchange(byte[] parcel) throws PeerException {
                if (!isWhole(parcel)) {
                    throw new PeerException(Reason.CUT_OFF, null);
                }
                return desk.exchange(parcel);
            }

            @Override
            public String name() {
                return desk.name();
            }
        };
        CutPeer line = new CutPeer(forgetful, new Random(2), 2);
        boolean found = false;
        for (int history = 0; history < 40 && !found; history++) {
            write(4, new Random(history));
            found = mostThatCameAgain(line) > 1;
        }
        assertThat(found).isTrue();
    }

    private static boolean isWhole(byte[] parcel) {
        try {
            return Parcel.read(parcel).complete();
        } catch (MalformedException e) {
            return false;
        }
    }
}
