package vn.banso.cli.bench;

import java.io.IOException;
import java.util.List;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Window;
import vn.banso.store.IndicatorQueries;
import vn.banso.sync.PeerException;

/** Every indicator of every commune of the large register; beside one walk over the same rows in clear that only counts answers. */
final class IndicatorsMeasure implements Measure {
    private static final int TIMES = 5;

    @Override
    public List<String> rows() {
        return List.of("indicators_50k");
    }

    @Override
    public List<Row> run(Ground ground) throws IOException, PeerException, InterruptedException {
        LargeRegister large = ground.large();
        List<Indicator> lines = Definitions.from(Definitions.ADULT);
        IndicatorQueries queries = new IndicatorQueries(large.node());
        Times ours = new Times();
        Times plain = new Times();
        for (int i = 0; i < TIMES; i++) {
            ours.time(() -> large.communes().forEach(commune -> queries.count(commune, lines, Window.yearTo(Invented.TODAY))));
            plain.time(() -> large.raw().countAnswers());
        }
        return List.of(Row.of("indicators_50k", ours.medianSeconds(), "s").beside(plain.medianSeconds()).goal(Goal.atMost(1)));
    }
}
