package vn.banso.cli.bench;

import java.io.IOException;
import java.util.List;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.sync.wire.PeerException;

/** Every indicator of every commune of the large register; beside one walk over the same rows in clear that only counts answers. */
final class IndicatorsMeasure implements Measure {
    private static final int TIMES = 5;

    @Override
    public List<String> rows() {
        return List.of("indicators_50k");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException {
        LargeRegister large = ground.large();
        List<Indicator> lines = Definitions.from(Definitions.ADULT);
        IndicatorQueries queries = new IndicatorQueries(large.node());
        Times ours = new Times();
        Times plain = new Times();
        for (int i = 0; i < TIMES; i++) {
            ours.time(() -> large.communes().forEach(commune -> queries.count(commune, lines, CountPeriod.yearTo(Invented.TODAY))));
            plain.time(() -> large.raw().countAnswers());
        }
        return List.of(BenchRow.of("indicators_50k", ours.medianSeconds(), "s").beside(plain.medianSeconds()).goal(BenchGoal.atMost(1)));
    }
}
