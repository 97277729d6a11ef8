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
