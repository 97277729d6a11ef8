package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.cli.bench.baseline.SlowLine;
import vn.banso.receiver.Receiver;
import vn.banso.testing.Desk;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Sender;

/** 64 kbit/s, 300 ms each way: a hand-over costs three round trips, the connection among them, and its bytes. */
@Tag("alone")
class VillageLineTest {

    @Test
    void connectionGreetingAndExchangeAreThreeRoundTrips() throws Exception {
        HonestPeer province = new HonestPeer(1);
        Sender laptop = new Sender(1).write(10, 100, new Random(1));
        new Sender(2).handOver(province);
        try (Receiver desk = Desk.serving(province); SlowLine warm = SlowLine.open(desk.address(), SlowLine.Line.FAST);
                HttpPeer first = new HttpPeer(warm.address());
                SlowLine line = SlowLine.open(desk.address(), SlowLine.Line.VILLAGE);
                HttpPeer peer = new HttpPeer(line.address())) {
            first.greet();
            long begin = System.nanoTime();
            laptop.handOver(peer);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            long wire = (line.count().up() + line.count().down()) * 8 * 1_000 / 64_000;
            System.out.printf("village line: %d ms for %d bytes up and %d down, of which %d ms are their bits%n", took.toMillis(),
                    line.count().up(), line.count().down(), wire);
            assertThat(laptop.receipted()).isEqualTo(10);
            assertThat(line.count().connections()).as("one round trip for the connection").isEqualTo(1);
            assertThat(line.count().turns()).as("there and back for the greeting, there and back for the exchange").isEqualTo(4);
            // What lies beyond is this machine's own time.
            assertThat(took.toMillis() - wire).isGreaterThanOrEqualTo(1_800L - 1);
        }
    }
}
