package vn.banso.store.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import vn.banso.store.files.StoreException;

/**
 * Works that come at the same time become durable together: one transaction, and so one wait for the disk, for all that stand at
 * the door. Nobody waits for others to come: who stands alone goes in alone. Where one of them fails, nothing of any is kept, and each
 * goes in once more by itself, so that only the one to blame hears of it.
 */
public final class GroupCommit {
    private static final int MOST = 64;

    private final NodeLock door;
    private final Db db;
    private final Queue<Part<?>> waiting = new ConcurrentLinkedQueue<>();

    public GroupCommit(NodeLock door, Db db) {
        this.door = door;
        this.db = db;
    }

    /** All of the work, durable when this returns, or nothing of it. */
    public <T> T write(Supplier<T> work) {
        if (door.isEntered()) {
            return db.write(work);
        }
        Part<T> part = new Part<>(work);
        waiting.add(part);
        door.enter(() -> {
            while (!part.tried) {
                lead();
            }
        });
        return part.result.orElseGet(() -> door.alone(() -> db.write(work)));
    }

    private void lead() {
        List<Part<?>> group = new ArrayList<>();
        for (Part<?> next = waiting.poll(); next != null; next = group.size() < MOST ? waiting.poll() : null) {
            next.tried = true;
            group.add(next);
        }
        boolean kept = false;
        try {
            db.commit(() -> group.forEach(Part::run));
            kept = true;
        } catch (StoreException e) {
            if (group.size() == 1) {
                throw e;
            }
        } finally {
            if (!kept) {
                group.forEach(part -> part.result = Optional.empty());
            }
        }
    }

    /** Written and read only behind the door. */
    private static final class Part<T> {
        private final Supplier<T> work;
        private boolean tried;
        private Optional<T> result = Optional.empty();

        Part(Supplier<T> work) {
            this.work = work;
        }

        void run() {
            result = Optional.of(work.get());
        }
    }
}
