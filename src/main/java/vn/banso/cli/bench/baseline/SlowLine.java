package vn.banso.cli.bench.baseline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy that behaves like a line in the mountains: so many bits per second each way, shared by all connections, a delay
 * each way, and cuts after a chosen byte. A new connection costs one round trip before its first byte moves, as a handshake
 * does. Bytes are those of the application; TCP and IP headers cost nothing here.
 */
public final class SlowLine implements AutoCloseable {

    /**
     * @param bitsPerSecond each way; 0 for as fast as it goes
     * @param delay one way
     */
    public record Line(long bitsPerSecond, Duration delay) {
        public static final Line FAST = new Line(0, Duration.ZERO);
        public static final Line VILLAGE = new Line(64_000, Duration.ofMillis(300));
    }

    /**
     * What went over the line since it was opened; what was cut off does not count.
     *
     * @param turns how often bytes began to go the other way: a question and its answer are two
     */
    public record Count(long up, long down, int connections, int cuts, int turns) {}

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Line line;
    private final SlowWay up;
    private final SlowWay down;
    private final AtomicInteger connections = new AtomicInteger();
    private Optional<Boolean> upwards = Optional.empty();
    private int turns;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SlowLine(ServerSocket door, InetSocketAddress target, Line line) {
        this.door = door;
        this.target = target;
        this.line = line;
        up = new SlowWay(line, () -> moves(true));
        down = new SlowWay(line, () -> moves(false));
    }

    /** Opens a line on a free loopback port that ends at the host and port of {@code target}. */
    public static SlowLine open(URI target, Line line) throws IOException {
        ServerSocket door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        SlowLine slow = new SlowLine(door, new InetSocketAddress(target.getHost(), target.getPort()), line);
        Thread.ofVirtual().name("slow-line").start(slow::accept);
        return slow;
    }

    /** Where to dial in. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    public synchronized Count count() {
        return new Count(up.passed(), down.passed(), connections.get(), up.cuts() + down.cuts(), turns);
    }

    private synchronized void moves(boolean up) {
        turns += upwards.equals(Optional.of(up)) ? 0 : 1;
        upwards = Optional.of(up);
    }

    /** Cuts, once, the connection over which the {@code bytes}-th byte from now on wants to go up; 0 cuts at its first byte. */
    public void cutUpAfter(long bytes) {
        up.cutAfter(bytes);
    }

    /** Cuts, once, the connection over which the {@code bytes}-th byte from now on wants to come down. */
    public void cutDownAfter(long bytes) {
        down.cutAfter(bytes);
    }

    /** Takes back cuts that have not happened. */
    public void heal() {
        up.cutAfter(SlowWay.NEVER);
        down.cutAfter(SlowWay.NEVER);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> carry(near));
            } catch (IOException e) {
                // Closed, or out of sockets: a caller then finds nobody, as on a bad line.
            }
        }
    }

    private void carry(Socket near) {
        long ready = System.nanoTime() + 2 * line.delay().toNanos();
        open.add(near);
        try (near; Socket far = new Socket()) {
            open.add(far);
            far.connect(target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread way = Thread.ofVirtual().start(() -> pass(down, far, near, ready));
            pass(up, near, far, ready);
            way.join();
            open.remove(far);
        } catch (IOException e) {
            // The desk is not there: the caller sees a connection that ends, as over any proxy.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(near);
        }
    }

    private static void pass(SlowWay way, Socket from, Socket to, long ready) {
        try {
            way.pass(from.getInputStream(), to.getOutputStream(), ready);
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            end(to);
        }
    }

    /** What passed before a cut has arrived; a reset would take it back. */
    private static void end(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            reset(socket);
        }
    }

    /** A cut is a reset, not an orderly end. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Closed already.
        }
    }

    /** Cuts everything. */
    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(SlowLine::reset);
    }
}
