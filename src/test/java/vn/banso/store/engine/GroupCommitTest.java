package vn.banso.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.files.StoreException;

/** What stands at the door goes in together, and nobody suffers for another's fault. */
class GroupCommitTest {
    private static final int CALLERS = 20;

    @TempDir
    private Path folder;
    private final NodeLock door = new NodeLock();
    private Db db;
    private GroupCommit together;

    @BeforeEach
    void open() {
        db = Db.open(folder.resolve("t.db"));
        db.exec("CREATE TABLE t (n INTEGER PRIMARY KEY)");
        together = new GroupCommit(door, db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Supplier<Integer> insert(int n) {
        return () -> db.sql("INSERT INTO t VALUES (?)").put(n).run();
    }

    private long rows() {
        return db.sql("SELECT count(*) FROM t").number();
    }

    /** Lets all come to the door before it opens. */
    private <T> List<Future<T>> atTheDoor(ExecutorService threads, List<Supplier<T>> works) {
        List<Future<T>> results = new ArrayList<>();
        door.enter(() -> {
            works.forEach(work -> results.add(threads.submit(() -> together.write(work))));
            while (door.waiting() < works.size()) {
                Thread.onSpinWait();
            }
        });
        return results;
    }

    @Test
    void allThatWaitShareOneCommit() throws Exception {
        AtomicInteger transactions = new AtomicInteger();
        List<Supplier<Integer>> works = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int n = i;
            works.add(() -> {
                if (db.sql("SELECT count(*) FROM t").number() == 0) {
                    db.afterCommit(transactions::incrementAndGet);
                }
                assertThat(transactions.get()).as("no commit lies between two of them").isZero();
                return db.sql("INSERT INTO t VALUES (?)").put(n).run();
            });
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Integer> result : atTheDoor(threads, works)) {
                assertThat(result.get()).isOne();
            }
        }
        assertThat(rows()).isEqualTo(CALLERS);
        assertThat(transactions.get()).isOne();
    }

    @Test
    void oneThatFailsHarmsNobodyElse() throws Exception {
        List<Supplier<Integer>> works = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            // Two want the same row: the second cannot have it.
            works.add(insert(i == 7 ? 3 : i));
        }
        int failed = 0;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Integer> result : atTheDoor(threads, works)) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(StoreException.class);
                    failed++;
                }
            }
        }
        assertThat(failed).isOne();
        assertThat(rows()).isEqualTo(CALLERS - 1);
    }

    @Test
    void whoeverIsInsideGoesOnInItsOwnTransaction() {
        door.enter(() -> db.commit(() -> assertThat(together.write(insert(1))).isOne()));
        assertThat(rows()).isOne();
    }
}
