package vn.banso.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.UnlockProcess;
import vn.banso.sync.wire.PeerException;

/**
 * From the derived key to a first page of the list and a search that answers, in a process just started; beside reading all names
 * in clear out of plain rows, in this warm one.
 */
final class UnlockMeasure implements Measure {
    private static final int TIMES = 5;

    @Override
    public List<String> rows() {
        return List.of("unlock_50k", "area_first", "area_all", "area_rss");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException {
        LargeRegister large = ground.large();
        Path node = large.province().handOver();
        Times opened = new Times();
        Times plain = new Times();
        for (int i = 0; i < TIMES; i++) {
            try (Child child = Child.start(UnlockProcess.class, "512m", node.toString(), node.getParent().toString(),
                    large.communes().getFirst().toString())) {
                child.line();
                opened.add(Long.parseLong(child.line()));
            }
            plain.time(() -> large.raw().names());
        }
        List<BenchRow> rows = new ArrayList<>(List.of(BenchRow.of("unlock_50k", opened.medianSeconds(), "s").beside(plain.medianSeconds()).goal(BenchGoal.atMost(3))));
        rows.addAll(area(ground));
        return rows;
    }

    /** An area's office: the commune that is looked at first, then a search over all; under the heap of the launcher. */
    private static List<BenchRow> area(BenchFixture ground) throws IOException {
        LargeRegister area = LargeRegister.area(ground);
        Path node = area.handOver();
        Times first = new Times();
        Times all = new Times();
        double most = 0;
        for (int i = 0; i < TIMES; i++) {
            try (Child child = Child.start(UnlockProcess.class, "384m", node.toString(), node.getParent().toString(), area.communes().getLast().toString())) {
                first.add(Long.parseLong(child.line()));
                all.add(Long.parseLong(child.line()));
                most = Math.max(most, child.peakMegabytes().orElse(Double.NaN));
            }
        }
        area.close();
        return List.of(BenchRow.of("area_first", first.medianSeconds(), "s").goal(BenchGoal.atMost(1.2)),
                BenchRow.of("area_all", all.medianSeconds(), "s").goal(BenchGoal.atMost(10)), BenchRow.of("area_rss", most, "MB"));
    }
}
