package vn.banso.cli.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.engine.RawBaseline;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/** Saving a household with four persons, durable, sealed and ledgered; in turns with one plain transaction of the same rows. */
final class SaveMeasure implements Measure {
    private static final int WARM_UP = 400;
    private static final int TIMES = 600;

    @Override
    public List<String> rows() {
        return List.of("save_p50", "save_p99");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException {
        int warmUp = ground.scaled(WARM_UP);
        int times = ground.scaled(TIMES);
        ScopeId commune = Invented.scope(0);
        Node node = ground.province().enrolled("laptop", Clock.systemUTC(), Role.VOLUNTEER, commune);
        Times saved = new Times();
        Times plain = new Times();
        try (RawBaseline raw = RawBaseline.create(ground.file("raw-save.db"))) {
            Iterator<List<Draft>> families = Invented.familiesOfFour(0, 20 * (warmUp + times), 7).iterator();
            for (int i = 0; i < warmUp + times; i++) {
                List<Draft> family = families.next();
                long start = System.nanoTime();
                raw.save(family);
                long between = System.nanoTime();
                if (!node.save(family).isSaved()) {
                    throw new IllegalStateException("a volunteer may save a household");
                }
                long end = System.nanoTime();
                if (i >= warmUp) {
                    plain.add(between - start);
                    saved.add(end - between);
                }
            }
        }
        return List.of(
                BenchRow.of("save_p50", saved.medianMillis(), "ms").beside(plain.medianMillis()).goal(BenchGoal.ratioAtMost(5)),
                BenchRow.of("save_p99", saved.millis(.99), "ms").beside(plain.millis(.99)).goal(BenchGoal.atMost(20)));
    }
}
