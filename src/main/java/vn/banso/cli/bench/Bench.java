package vn.banso.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.sync.wire.PeerException;

/** All that is measured, in the order of the table. */
public final class Bench {
    private static final List<Measure> MEASURES = List.of(
            new SaveMeasure(),
            new AgedSaveMeasure(),
            new GrantsMeasure(),
            new ImportMeasure(),
            new SearchMeasure(),
            new IndicatorsMeasure(),
            new UnlockMeasure(),
            new WireMeasure(),
            new TenHouseholdsMeasure(),
            new FeedsMeasure(),
            new FirstSyncMeasure(),
            new NewcomerMeasure(),
            new CutMeasure(),
            new ReceiverMeasure(),
            new StrangerMeasure());
    private static final List<Measure> WINDOWS = List.of(new DesktopMeasure());

    private Bench() {}

    /** How much is measured. */
    public enum Scale {
        FULL(1),
        /** Enough to see that everything works; the figures mean nothing. */
        QUICK(20);

        private final int divisor;

        Scale(int divisor) {
            this.divisor = divisor;
        }

        int divisor() {
            return divisor;
        }
    }

    /** What is measured: the rooms below the windows, or the windows. */
    public enum Part {
        ROOMS(MEASURES),
        WINDOWS(Bench.WINDOWS);

        private final List<Measure> measures;

        Part(List<Measure> measures) {
            this.measures = measures;
        }
    }

    /** The names of all rows of a part. */
    public static List<String> rows(Part part) {
        return part.measures.stream().flatMap(m -> m.rows().stream()).toList();
    }

    /**
     * Measures. What belongs together is measured together; only the rows asked for are told.
     *
     * @param only beginnings of row names; empty for all
     * @param progress told the name of each row or preparation as it begins
     */
    public static List<BenchRow> run(Part part, List<String> only, Scale scale, Consumer<String> progress)
            throws IOException, PeerException, InterruptedException {
        List<BenchRow> figures = new ArrayList<>();
        try (BenchFixture ground = new BenchFixture(scale, progress)) {
            for (Measure measure : part.measures) {
                if (measure.rows().stream().anyMatch(row -> wanted(row, only))) {
                    progress.accept(measure.rows().getFirst());
                    measure.run(ground).stream().filter(row -> wanted(row.name(), only)).forEach(figures::add);
                }
            }
        }
        return figures;
    }

    private static boolean wanted(String row, List<String> only) {
        return only.isEmpty() || only.stream().anyMatch(row::startsWith);
    }
}
