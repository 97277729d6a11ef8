package vn.banso.store.engine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets threads to a node's data one by one. Whoever saves waits for no read: one that is under way is broken off, and begins again afterwards. */
public final class NodeLock {
    /** So often a read makes way; then it is not broken off any more. */
    static final int MOST_OFTEN = 20;
    private static final long AGAIN_MICROS = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Object writers = new Object();
    private int writing;
    private volatile Optional<ReadGate> reading = Optional.empty();

    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Of work that only reads, and may begin again at any point. What it answers is on the disk: nothing is written while it reads. */
    public <T> T read(Db db, Supplier<T> work) {
        if (isEntered()) {
            return work.get();
        }
        for (int times = 0; times < MOST_OFTEN; times++) {
            letWritersPass();
            Optional<T> answer = alone(() -> breakable(db, work));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return alone(work);
    }

    private <T> Optional<T> breakable(Db db, Supplier<T> work) {
        reading = Optional.of(db.gate);
        try {
            return db.gate.breakable(work);
        } finally {
            reading = Optional.empty();
        }
    }

    private void letWritersPass() {
        boolean interrupted = false;
        synchronized (writers) {
            while (writing > 0) {
                try {
                    writers.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of work that somebody waits for who has pressed a key. */
    public <T> T write(Supplier<T> work) {
        if (isEntered()) {
            return work.get();
        }
        come(1);
        try {
            enterBeforeReads();
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        } finally {
            come(-1);
        }
    }

    private void come(int more) {
        synchronized (writers) {
            writing += more;
            writers.notifyAll();
        }
    }

    private void enterBeforeReads() {
        boolean interrupted = false;
        while (true) {
            try {
                if (lock.tryLock(AGAIN_MICROS, TimeUnit.MICROSECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
            // Between two questions of a read there is nothing to break off: it is asked again.
            reading.ifPresent(ReadGate::breakOff);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the thread that asks is inside. */
    public boolean isEntered() {
        return lock.isHeldByCurrentThread();
    }

    /** How many threads stand outside; a guess, but no more leave than come while somebody is inside. */
    int waiting() {
        return lock.getQueueLength();
    }

    /** Of work that has nothing to say. */
    public void enter(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
