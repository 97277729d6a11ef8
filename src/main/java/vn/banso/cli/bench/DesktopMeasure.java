package vn.banso.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.desktop.Desktop;
import vn.banso.desktop.measure.FirstFrame;
import vn.banso.desktop.measure.Working;

/**
 * The window, in processes of its own with the options of the launcher: to its first frame beside an empty window,
 * and at work on 50,000 households.
 */
final class DesktopMeasure implements Measure {
    private static final int STARTS = 7;
    private static final int NAMES = 12;
    private static final String HEAP = "384m";
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-Xlog:disable", "-XX:SoftRefLRUPolicyMSPerMB=1", "-Xms48m", "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30", "-Dprism.order=sw");

    @Override
    public List<String> rows() {
        return List.of("desktop_first_frame", "desktop_list", "desktop_keystroke_p99", "desktop_keystroke_p50", "desktop_form_save",
                "desktop_rss");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException {
        List<BenchRow> rows = new ArrayList<>(List.of(firstFrame(ground)));
        LargeRegister large = ground.large();
        List<String> arguments = new ArrayList<>();
        Path node = large.province().handOver();
        arguments.addAll(List.of(node.toString(), node.getParent().resolve("home").toString(), new String(TrialProvince.passphrase())));
        large.names().stream().limit(NAMES).forEach(arguments::add);
        Map<String, Times> times = new TreeMap<>();
        try (Child child = Child.start(options(), Working.class, HEAP, arguments.toArray(String[]::new))) {
            for (String[] said = child.line().split(" "); !said[0].equals("done"); said = child.line().split(" ")) {
                times.computeIfAbsent(said[0], _ -> new Times()).add(Long.parseLong(said[1]));
            }
            rows.add(BenchRow.of("desktop_list", times.get("list").medianMillis(), "ms"));
            rows.add(BenchRow.of("desktop_keystroke_p99", times.get("keystroke").millis(0.99), "ms").goal(BenchGoal.atMost(100)));
            rows.add(BenchRow.of("desktop_keystroke_p50", times.get("keystroke").medianMillis(), "ms"));
            rows.add(BenchRow.of("desktop_form_save", times.get("save").medianMillis(), "ms").goal(BenchGoal.atMost(100)));
            rows.add(BenchRow.of("desktop_rss", child.peakMegabytes().orElse(Double.NaN), "MB").goal(BenchGoal.atMost(300)));
        }
        return rows;
    }

    /** Without a graphics card, as on the laptops meant; without a display in memory, where copying each frame takes most of the time. */
    private static List<String> options() {
        List<String> options = new ArrayList<>(OPTIONS);
        if (!Desktop.hasDisplay(System.getenv())) {
            options.add("-Dglass.platform=Headless");
        }
        return options;
    }

    /** The very first start of each fills its archive and is not counted. */
    private static BenchRow firstFrame(BenchFixture ground) throws IOException {
        Times ours = new Times();
        Times empty = new Times();
        for (int start = 0; start < STARTS + 1; start++) {
            long one = started(ground.file("ours.jsa"), ground.file("nowhere").toString());
            long other = started(ground.file("empty.jsa"), FirstFrame.EMPTY);
            if (start > 0) {
                ours.add(one);
                empty.add(other);
            }
        }
        return BenchRow.of("desktop_first_frame", ours.medianMillis(), "ms").beside(empty.medianMillis()).goal(BenchGoal.ratioAtMost(1.5));
    }

    /** @return nanoseconds */
    private static long started(Path archive, String what) throws IOException {
        List<String> options = new ArrayList<>(options());
        options.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
        try (Child child = Child.start(options, FirstFrame.class, HEAP, what)) {
            long millis = Long.parseLong(child.line());
            child.awaitEnd();
            return millis * 1_000_000;
        }
    }
}
