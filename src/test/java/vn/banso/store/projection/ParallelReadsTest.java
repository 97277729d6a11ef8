package vn.banso.store.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.engine.Db;
import vn.banso.store.files.StoreException;

class ParallelReadsTest {
    @TempDir
    private Path folder;
    private Db db;

    @BeforeEach
    void open() {
        db = Db.open(folder.resolve("lanes.db"));
        db.exec("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (7)");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void twoQueriesRunAtOnceOnTwoConnections() {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<Db> connections = ConcurrentHashMap.newKeySet();
        Function<Db, Long> meeting = on -> {
            connections.add(on);
            meet(both);
            return on.sql("SELECT n FROM t").number();
        };
        assertThat(ParallelReads.both(db, List.of(meeting, meeting))).containsExactly(7L, 7L);
        assertThat(connections).hasSize(2).contains(db);
    }

    @Test
    void everyQueryIsAnsweredOnce() {
        List<Function<Db, Integer>> many = IntStream.range(0, 50).<Function<Db, Integer>>mapToObj(i -> _ -> i).toList();
        assertThat(ParallelReads.both(db, many)).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void aFailureInEitherLaneIsToldOnce() {
        Function<Db, Long> broken = on -> on.sql("SELECT nothing FROM t").number();
        assertThatThrownBy(() -> ParallelReads.both(db, Collections.nCopies(20, broken))).isInstanceOf(StoreException.class);
        CyclicBarrier both = new CyclicBarrier(2);
        Function<Db, Long> onlyBeside = on -> {
            meet(both);
            return on == db ? 1L : on.sql("SELECT nothing FROM t").number();
        };
        assertThatThrownBy(() -> ParallelReads.both(db, List.of(onlyBeside, onlyBeside))).isInstanceOf(StoreException.class);
        assertThat(db.sql("SELECT n FROM t").number()).isEqualTo(7);
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other lane did not come", e);
        }
    }
}
