package vn.banso.store.projection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import vn.banso.store.engine.Db;
import vn.banso.store.files.StoreException;

/**
 * Reads on two connections to one store at once, so that both processors of an old laptop count. Whoever calls holds the node's
 * door: nothing is written meanwhile, so both see the same.
 */
public final class ParallelReads {
    private ParallelReads() {}

    /** @return what the queries answered, in any order; they are begun in the order given */
    public static <T> List<T> both(Db db, List<Function<Db, T>> queries) {
        Path file = Path.of(db.fresh("PRAGMA database_list").first(row -> row.text(3)).orElseThrow());
        Optional<String> register = db.beside;
        Queue<Function<Db, T>> waiting = new ConcurrentLinkedQueue<>(queries);
        List<T> answers = Collections.synchronizedList(new ArrayList<>());
        FutureTask<Void> second = new FutureTask<>(() -> beside(db, file, register, waiting, answers), null);
        Thread.ofPlatform().name("second-lane").daemon().start(second);
        try {
            drain(db, waiting, answers);
        } finally {
            waiting.clear();
            finish(second);
        }
        return answers;
    }

    private static <T> void beside(Db db, Path file, Optional<String> register, Queue<Function<Db, T>> waiting, List<T> answers) {
        try (Db other = Db.openReadOnly(file)) {
            register.ifPresent(name -> {
                other.exec("PRAGMA query_only=OFF");
                Projection.attach(other, name);
                other.exec("PRAGMA query_only=ON");
            });
            db.gate.begins(other.gate);
            try {
                drain(other, waiting, answers);
            } finally {
                db.gate.ends(other.gate);
            }
        }
    }

    private static <T> void drain(Db db, Queue<Function<Db, T>> waiting, List<T> answers) {
        for (var query = waiting.poll(); query != null; query = waiting.poll()) {
            answers.add(query.apply(db));
        }
    }

    /** Waits for the second lane, interrupted or not: it reads under the door of whoever called. */
    private static void finish(FutureTask<Void> second) {
        boolean interrupted = false;
        while (true) {
            try {
                second.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof StoreException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
