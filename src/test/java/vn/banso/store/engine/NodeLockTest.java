package vn.banso.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.batches.Meta;
import vn.banso.store.files.StoreException;
import vn.banso.store.projection.ParallelReads;
import vn.banso.trust.governance.Role;

/** Whoever saves waits for no read; a read that made way answers what is on the disk then. */
class NodeLockTest {
    /** Counts for minutes, in one step. */
    private static final String ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000000000) SELECT count(*) FROM n";
    private static final String VILLAGES = "SELECT count(*) FROM v_village WHERE scope = ?";

    @TempDir
    Path folder;
    private Land land;
    private Node an;
    private ExecutorService beside;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        beside = Executors.newSingleThreadExecutor();
    }

    @AfterEach
    void close() {
        beside.shutdownNow();
        land.close();
    }

    private void save(String name) {
        assertThat(an.save(List.of(Land.village(an, Land.SANG_MOC, name))).isSaved()).isTrue();
    }

    private long villages() {
        return an.context().db.sql(VILLAGES).put(Land.SANG_MOC).number();
    }

    @Test
    void aSaveBreaksOffAReadWhichThenAnswersWithWhatWasSaved() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        Future<Long> read = beside.submit(() -> an.context().door.read(an.context().db, () -> {
            begun.countDown();
            return times.incrementAndGet() == 1 ? an.context().db.sql(ENDLESS).number() : villages();
        }));
        begun.await();
        save("Khuổi Mèo");
        assertThat(read.get()).isEqualTo(1);
        assertThat(times).hasValue(2);
    }

    @Test
    void bothLanesOfAReadAreBrokenOff() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(2);
        AtomicInteger times = new AtomicInteger();
        Future<List<Long>> read = beside.submit(() -> an.context().door.read(an.context().db, () -> times.incrementAndGet() > 1 ? List.of(villages())
                : ParallelReads.both(an.context().db, List.of(on -> endless(on, begun), on -> endless(on, begun)))));
        begun.await();
        save("Khuổi Mèo");
        assertThat(read.get()).containsExactly(1L);
    }

    private static long endless(Db on, CountDownLatch begun) {
        begun.countDown();
        return on.sql(ENDLESS).number();
    }

    @Test
    void aReadThatMadeWayOftenEnoughIsBrokenOffNoMore() throws InterruptedException, ExecutionException {
        AtomicInteger times = new AtomicInteger();
        Future<Integer> read = beside.submit(() -> an.context().door.read(an.context().db, () -> {
            // Breaks itself off, as somebody would who saves all the time.
            an.context().db.gate.breakOff();
            int now = times.incrementAndGet();
            an.context().db.sql(VILLAGES).put(Land.SANG_MOC).number();
            return now;
        }));
        assertThat(read.get()).isEqualTo(NodeLock.MOST_OFTEN + 1);
    }

    @Test
    void aReadThatFailsByItselfSaysSo() {
        assertThatThrownBy(() -> an.context().door.read(an.context().db, () -> an.context().db.sql("SELECT nothing FROM v_village").number()))
                .isInstanceOf(StoreException.class);
        save("Nà Lay");
        assertThat(villages()).isEqualTo(1);
    }

    /** What is made in memory for a read is made once, whoever comes. */
    @Test
    void nothingThatIsWrittenIsBrokenOff() {
        long written = an.context().door.read(an.context().db, () -> an.context().db.write(() -> {
            an.context().db.gate.breakOff();
            new Meta(an.context().db).put("seen", 7);
            return new Meta(an.context().db).number("seen").orElseThrow();
        }));
        assertThat(written).isEqualTo(7);
    }
}
