package vn.banso.store.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.ResultRow;
import vn.banso.testing.Junk;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.governance.Role;

/** The counters of what counts for nothing say what a full count says, whatever came, went and moved. */
class KeptQuotaTest {
    private static final int STEPS = Integer.getInteger("kept.steps", 60);

    @TempDir
    Path folder;

    private static List<String> counters(Db db) {
        return db.sql("SELECT holder, room, batches, bytes FROM kept WHERE batches <> 0 OR bytes <> 0 ORDER BY holder, room").list(KeptQuotaTest::line);
    }

    private static List<String> counted(Db db) {
        return db.sql("SELECT device AS holder, CASE standing WHEN 'WAITING_KEY' THEN 'CARRIED' ELSE 'ASIDE' END AS room, count(*), sum(length) "
                + "FROM batch WHERE standing <> 'APPLIED' GROUP BY 1, 2 UNION ALL SELECT holder, 'UNVOUCHED', count(*), "
                + "sum(length(header) + length(signature) + length(body)) FROM unvouched GROUP BY 1 ORDER BY 1, 2").list(KeptQuotaTest::line);
    }

    private static String line(ResultRow row) {
        return HexFormat.of().formatHex(row.bytes(1)) + " " + row.text(2) + " " + row.number(3) + " " + row.number(4);
    }

    @Test
    void countersAreWhatThereIs() {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        try (Land land = new Land(folder)) {
            Node desk = land.province;
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
            Node newcomer = land.open("newcomer");
            DeviceKeys stranger = DeviceKeys.generate();
            List<List<Batch>> feeds = new ArrayList<>(List.of(Junk.feed(stranger, 1, Land.SANG_MOC, 9), Junk.feed(an.device(), 9, Land.SANG_MOC, 9),
                    Junk.feed(an.device(), 8, Land.LA_BANG, 9), Junk.feed(newcomer.device(), 7, Land.SANG_MOC, 9)));
            for (int step = 0; step < STEPS; step++) {
                List<Batch> feed = feeds.get(random.nextInt(feeds.size()));
                desk.ledger().take(List.of(feed.get(random.nextInt(feed.size()))), random.nextBoolean() ? Optional.of(stranger.id())
                        : Optional.of(an.id()));
                if (step == STEPS / 2) {
                    land.enrol(newcomer, Role.VOLUNTEER, Land.SANG_MOC);
                } else if (step == STEPS * 3 / 4) {
                    land.revoke(an);
                }
                assertThat(counters(desk.context().db)).as("seed %d, step %d", seed, step).isEqualTo(counted(desk.context().db));
            }
            assertThat(counters(desk.context().db)).hasSizeGreaterThan(2);
        }
    }
}
