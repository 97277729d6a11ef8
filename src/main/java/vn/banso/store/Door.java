package vn.banso.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets threads to a node's data one by one. */
final class Door {
    private final ReentrantLock lock = new ReentrantLock();

    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the thread that asks is inside. */
    boolean isEntered() {
        return lock.isHeldByCurrentThread();
    }

    /** How many threads stand outside; a guess, but no more leave than come while somebody is inside. */
    int waiting() {
        return lock.getQueueLength();
    }

    /** Of work that has nothing to say. */
    void enter(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
