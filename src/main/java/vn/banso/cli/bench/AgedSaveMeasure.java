package vn.banso.cli.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.trust.governance.Role;

/** Saving a household where little and where much was written before, and all that the screen asks for afterwards. */
final class AgedSaveMeasure implements Measure {
    private static final int YOUNG = 100;
    private static final int OLD = 54_000;
    /** Laptops that wrote all that. */
    private static final int FEEDS = 75;
    private static final int TOGETHER = 2_000;
    private static final int WARM_UP = 60;
    private static final int TIMES = 200;

    @Override
    public List<String> rows() {
        return List.of("save_100_batches", "save_54000_batches");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException {
        double young = median(ground, YOUNG);
        double old = median(ground, ground.scaled(OLD));
        return List.of(BenchRow.of("save_100_batches", young, "ms"),
                BenchRow.of("save_54000_batches", old, "ms").beside(young).goal(BenchGoal.ratioAtMost(1.2)));
    }

    private static double median(BenchFixture ground, int batches) {
        TrialProvince province = ground.province();
        ScopeId commune = Invented.scope(0);
        List<Author> authors = province.authors(FEEDS, List.of(commune)).getFirst();
        Node node = province.enrolled("laptop", Clock.systemUTC(), Role.VOLUNTEER, commune);
        TrialClock clock = new TrialClock(5);
        Iterator<List<Draft>> households = Invented.households(0, batches, 5).iterator();
        List<Batch> written = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            Author author = authors.get(i % FEEDS);
            written.addAll(author.seal(author.changes(List.of(List.of(households.next().getFirst())), clock)));
            if (written.size() == TOGETHER || i == batches - 1) {
                node.ledger().take(written);
                written.clear();
            }
        }
        Times times = new Times();
        int turns = ground.scaled(WARM_UP + TIMES);
        Iterator<List<Draft>> families = Invented.familiesOfFour(0, 20 * turns, 7).iterator();
        for (int i = 0; i < turns; i++) {
            List<Draft> family = families.next();
            long start = System.nanoTime();
            node.save(family);
            node.ledger().states();
            node.ledger().lastReceipt();
            node.ledger().stateOf(commune, family.getFirst().id());
            node.ledger().have(commune);
            if (i >= ground.scaled(WARM_UP)) {
                times.add(System.nanoTime() - start);
            }
        }
        return times.medianMillis();
    }
}
