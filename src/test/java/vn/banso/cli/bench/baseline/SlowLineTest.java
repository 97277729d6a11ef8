package vn.banso.cli.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The line that others are measured over is never faster than it says, and cuts where it was told to. */
@Tag("alone")
class SlowLineTest {
    private ServerSocket echo;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket caller = echo.accept();
                    Thread.ofVirtual().start(() -> repeat(caller));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        echo.close();
    }

    private static void repeat(Socket caller) {
        try (caller) {
            caller.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException e) {
            // Cut, as asked.
        }
    }

    private SlowLine line(long bits, int delayMillis) throws IOException {
        return SlowLine.open(URI.create("http://127.0.0.1:" + echo.getLocalPort()),
                new SlowLine.Line(bits, Duration.ofMillis(delayMillis)));
    }

    /** Sends so many bytes, answers how many came back. */
    private static int call(SlowLine line, int bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", line.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            Thread.ofVirtual().start(() -> {
                try {
                    out.write(new byte[bytes]);
                    socket.shutdownOutput();
                } catch (IOException e) {
                    // Cut.
                }
            });
            int back = 0;
            try {
                InputStream in = socket.getInputStream();
                for (int got = in.read(new byte[4096]); got >= 0; got = in.read(new byte[4096])) {
                    back += got;
                }
            } catch (IOException e) {
                // A cut is a reset.
            }
            return back;
        }
    }

    private static Duration timed(SlowLine line, int bytes) throws IOException {
        long begin = System.nanoTime();
        assertThat(call(line, bytes)).isEqualTo(bytes);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void everythingComesThroughUnchangedAndIsCounted() throws Exception {
        try (SlowLine line = line(0, 0)) {
            assertThat(call(line, 1_000_000)).isEqualTo(1_000_000);
            assertThat(line.count()).isEqualTo(new SlowLine.Count(1_000_000, 1_000_000, 1, 0, line.count().turns()));
        }
    }

    @Test
    void aConnectionCostsARoundTripAndEachWayItsDelay() throws Exception {
        try (SlowLine line = line(0, 100)) {
            assertThat(timed(line, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void bitsTakeTheirTime() throws Exception {
        try (SlowLine line = line(64_000, 0)) {
            assertThat(timed(line, 8_000)).isGreaterThanOrEqualTo(Duration.ofMillis(1_000));
        }
    }

    @Test
    void whatWentUpComesBackWhileMoreIsSent() throws Exception {
        try (SlowLine line = line(64_000, 0); Socket socket = new Socket("127.0.0.1", line.address().getPort())) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(new byte[1_000]);
                assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
            }
        }
    }

    @Test
    void aCutLetsExactlySoManyBytesThroughAndHappensOnce() throws Exception {
        try (SlowLine line = line(0, 0)) {
            line.cutUpAfter(5_000);
            assertThat(call(line, 20_000)).isLessThanOrEqualTo(5_000);
            assertThat(line.count().up()).isEqualTo(5_000);
            assertThat(line.count().cuts()).isEqualTo(1);
            assertThat(call(line, 20_000)).isEqualTo(20_000);

            line.cutDownAfter(3_000);
            assertThat(call(line, 20_000)).isLessThanOrEqualTo(3_000);
            assertThat(line.count().cuts()).isEqualTo(2);
        }
    }

    @Test
    void aHealedLineDoesNotCut() throws Exception {
        try (SlowLine line = line(0, 0)) {
            line.cutUpAfter(10);
            line.heal();
            assertThat(call(line, 1_000)).isEqualTo(1_000);
        }
    }
}
