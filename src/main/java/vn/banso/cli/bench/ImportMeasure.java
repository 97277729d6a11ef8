package vn.banso.cli.bench;

import java.io.IOException;
import java.util.List;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;

/** Taking in 50,000 households by parcel, beside a plain bulk insert of the same rows. */
final class ImportMeasure implements Measure {
    @Override
    public List<String> rows() {
        return List.of("import_50k_seconds", "import_rate");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException {
        LargeRegister large = ground.large();
        double seconds = large.importSeconds();
        double plain = large.rawSeconds();
        return List.of(
                BenchRow.of("import_50k_seconds", seconds, "s").beside(plain).goal(BenchGoal.atMost(60)),
                BenchRow.of("import_rate", large.entries() / seconds, "entries/s").beside(large.entries() / plain)
                        .goal(BenchGoal.ratioAtLeast(1 / 6.)));
    }
}
