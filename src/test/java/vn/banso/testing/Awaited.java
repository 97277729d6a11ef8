package vn.banso.testing;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What must come, however slow the machine is: waiting long costs nothing where it comes. */
public final class Awaited {
    /** How long is waited for it; more by {@code -Dpatience=}. */
    public static final int SECONDS = Integer.getInteger("patience", 60);

    private Awaited() {}

    /** The answer of work that was begun. */
    public static <T> T answer(Future<T> work) throws ExecutionException, InterruptedException {
        try {
            return work.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** What is told next; null where nothing is. */
    public static <T> T next(BlockingQueue<T> told) throws InterruptedException {
        return told.poll(SECONDS, TimeUnit.SECONDS);
    }

    /** That it has happened. */
    public static void happened(String what, CountDownLatch latch) throws InterruptedException {
        if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("in vain: " + what);
        }
    }

    /** That it is so, sooner or later. */
    public static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
