package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.banso.cli.bench.baseline.SlowLine;
import vn.banso.receiver.Receiver;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Desk;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Sender;

/** The connection is cut at any byte, up or down, and somebody presses again: everything is there, and once. */
class CutAndPressAgainTest {
    private static final long SEED = Long.getLong("seed", 20_261_120L);
    private static final int HISTORIES = Integer.getInteger("histories", 150);

    private int cuts;
    private int cameTwice;
    private int savedByPartialAnswers;

    @Test
    void everyHistoryEndsWithEverythingThereOnce() throws Exception {
        for (int history = 0; history < HISTORIES; history++) {
            try {
                play(new Random(SEED + history));
            } catch (AssertionError e) {
                throw new AssertionError("-Dseed=" + (SEED + history) + " -Dhistories=1", e);
            }
        }
        System.out.printf("%d cuts, %d things came more than once, %d receipts out of cut answers%n", cuts, cameTwice,
                savedByPartialAnswers);
        // Otherwise the histories were too kind to prove anything.
        assertThat(cuts).isGreaterThan(HISTORIES / 4);
        assertThat(HISTORIES < 150 || cameTwice > 0 && savedByPartialAnswers > 0).isTrue();
    }

    private void play(Random random) throws IOException {
        HonestPeer province = new HonestPeer(random.nextLong());
        Sender laptop = new Sender(random.nextLong()).write(1 + random.nextInt(60), 900, random);
        try (Receiver desk = Desk.serving(province); SlowLine line = SlowLine.open(desk.address(), SlowLine.Line.FAST);
                HttpPeer peer = new HttpPeer(line.address())) {
            int troubles = random.nextInt(4);
            while (laptop.receipted() < laptop.written()) {
                line.heal();
                if (troubles-- > 0) {
                    int bytes = random.nextInt(laptop.parcel().length + 400);
                    if (random.nextBoolean()) {
                        line.cutUpAfter(bytes);
                    } else {
                        line.cutDownAfter(bytes % (laptop.written() * 40 + 400));
                    }
                }
                press(laptop, peer);
            }
            cuts += line.count().cuts();
            cameTwice += province.cameIn() - province.held();
        }
        assertThat(province.held()).isEqualTo(laptop.written());
        assertThat(laptop.things()).allMatch(province::holds);
    }

    private void press(Sender laptop, HttpPeer peer) {
        int before = laptop.receipted();
        try {
            laptop.handOver(peer);
        } catch (PeerException e) {
            assertThat(e.reason()).isEqualTo(Reason.CUT_OFF);
            savedByPartialAnswers += laptop.receipted() - before;
        }
    }
}
