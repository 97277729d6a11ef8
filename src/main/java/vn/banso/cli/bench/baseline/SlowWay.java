package vn.banso.cli.bench.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One direction of a {@link SlowLine}: packets leave one after the other and arrive a delay later, in order. */
final class SlowWay {
    static final long NEVER = Long.MAX_VALUE;

    private static final int PACKET = 1_460;
    /** How much of a sender's haste the line takes in, like the buffers of a modem. */
    private static final int PACKETS_UNDER_WAY = 48;
    private static final Packet END = new Packet(new byte[0], 0);

    private record Packet(byte[] bytes, long arrives) {}

    private final SlowLine.Line line;
    private final Runnable moves;
    private final AtomicLong passed = new AtomicLong();
    private long freeAt = System.nanoTime();
    private long left = NEVER;
    private int cuts;

    /** @param moves told whenever bytes arrive */
    SlowWay(SlowLine.Line line, Runnable moves) {
        this.line = line;
        this.moves = moves;
    }

    synchronized int cuts() {
        return cuts;
    }

    long passed() {
        return passed.get();
    }

    synchronized void cutAfter(long bytes) {
        left = bytes;
    }

    /** @throws IOException where the line is cut or an end is gone */
    void pass(InputStream in, OutputStream out, long ready) throws IOException {
        BlockingQueue<Packet> underWay = new ArrayBlockingQueue<>(PACKETS_UNDER_WAY);
        Arrivals arrivals = new Arrivals(underWay, out);
        Thread far = Thread.ofVirtual().start(arrivals);
        byte[] buffer = new byte[PACKET];
        boolean whole = true;
        try {
            for (int got = in.read(buffer); got >= 0 && whole; got = whole ? in.read(buffer) : -1) {
                int fits = admit(got);
                whole = fits == got;
                if (fits > 0) {
                    underWay.put(new Packet(Arrays.copyOf(buffer, fits), departs(fits, ready) + line.delay().toNanos()));
                }
            }
            underWay.put(END);
            far.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            far.interrupt();
        }
        if (!whole || arrivals.failed) {
            throw new IOException("cut");
        }
    }

    /** How many of these bytes still get through. */
    private synchronized int admit(int bytes) {
        if (left == NEVER) {
            return bytes;
        }
        if (bytes <= left) {
            left -= bytes;
            return bytes;
        }
        int fits = (int) left;
        left = NEVER;
        cuts++;
        return fits;
    }

    private synchronized long departs(int bytes, long ready) {
        long start = Math.max(Math.max(System.nanoTime(), ready), freeAt);
        freeAt = line.bitsPerSecond() == 0 ? start : start + bytes * 8L * 1_000_000_000L / line.bitsPerSecond();
        return freeAt;
    }

    private final class Arrivals implements Runnable {
        private final BlockingQueue<Packet> underWay;
        private final OutputStream out;
        private volatile boolean failed;

        Arrivals(BlockingQueue<Packet> underWay, OutputStream out) {
            this.underWay = underWay;
            this.out = out;
        }

        @Override
        public void run() {
            try {
                for (Packet packet = underWay.take(); packet != END; packet = underWay.take()) {
                    for (long wait = packet.arrives() - System.nanoTime(); wait > 0; wait = packet.arrives() - System.nanoTime()) {
                        LockSupport.parkNanos(wait);
                    }
                    if (!failed) {
                        deliver(packet);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** An end that is gone is told once the sender is through; until then its packets fall into the void. */
        private void deliver(Packet packet) {
            try {
                // Before they are there: who has them has them counted.
                moves.run();
                passed.addAndGet(packet.bytes().length);
                out.write(packet.bytes());
                out.flush();
            } catch (IOException e) {
                passed.addAndGet(-packet.bytes().length);
                failed = true;
            }
        }
    }
}
