package vn.banso.receiver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * A few exchanges at a time, first come first served, a bounded queue behind them. They run on threads of their own and not on
 * the connections' virtual threads: the store calls native code, which would hold the few carriers that all connections share.
 */
final class ExchangeQueue implements AutoCloseable {
    private final Peer peer;
    private final Limits limits;
    private final ThreadPoolExecutor workers;

    ExchangeQueue(Peer peer, Limits limits) {
        this.peer = peer;
        this.limits = limits;
        workers = new ThreadPoolExecutor(limits.atOnce(), limits.atOnce(), 30, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting(), true), Thread.ofPlatform().daemon().name("exchange-", 1).factory());
        workers.allowCoreThreadTimeOut(true);
    }

    byte[] exchange(byte[] parcel) throws PeerException {
        AtomicBoolean begun = new AtomicBoolean();
        Future<byte[]> turn;
        try {
            turn = workers.submit(() -> begun.compareAndSet(false, true) ? peer.exchange(parcel) : new byte[0]);
        } catch (RejectedExecutionException e) {
            throw busy(e);
        }
        try {
            return await(turn, begun);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PeerException failure) {
                throw failure;
            }
            throw new IllegalStateException("an exchange failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    /** Whoever has begun is waited for; whoever still stands in line after the longest wait is sent home unharmed. */
    private byte[] await(Future<byte[]> turn, AtomicBoolean begun) throws ExecutionException, InterruptedException, PeerException {
        try {
            return turn.get(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (begun.compareAndSet(false, true)) {
                turn.cancel(false);
                throw busy(e);
            }
            return turn.get();
        }
    }

    boolean full() {
        return workers.getQueue().remainingCapacity() == 0;
    }

    /** Spread out, so that those who were sent away together do not come back together. */
    PeerException busy(Throwable cause) {
        long seconds = 3 + ThreadLocalRandom.current().nextLong(15);
        return new PeerException(Reason.BUSY, Optional.of(Duration.ofSeconds(seconds)), new byte[0], cause);
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
