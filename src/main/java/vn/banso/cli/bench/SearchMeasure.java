package vn.banso.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.register.names.Names;
import vn.banso.store.Node;
import vn.banso.sync.wire.PeerException;

/** Typing names, with marks and without, one search per key; beside SQL LIKE over the same names in clear. */
final class SearchMeasure implements Measure {
    private static final int NAMES = 60;
    private static final int PLAIN_NAMES = 6;
    private static final int HITS = 50;
    private static final int LONGEST = 16;

    @Override
    public List<String> rows() {
        return List.of("search_p99", "search_p50");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException {
        LargeRegister large = ground.large();
        Node node = large.node();
        List<String> keys = typed(large.names(), ground.scaled(NAMES));
        keys.forEach(key -> node.search(key, HITS));
        Times ours = new Times();
        for (String key : keys) {
            ours.time(() -> node.search(key, HITS));
        }
        Times plain = new Times();
        for (String key : typed(large.names(), ground.scaled(PLAIN_NAMES))) {
            plain.time(() -> large.raw().namesLike(key, HITS));
        }
        return List.of(
                BenchRow.of("search_p99", ours.millis(.99), "ms").beside(plain.millis(.99)).goal(BenchGoal.atMost(50)),
                BenchRow.of("search_p50", ours.medianMillis(), "ms").beside(plain.medianMillis()));
    }

    /** What stands in the field after each key: every name once as it is written, once as it is typed in haste. */
    private static List<String> typed(List<String> names, int count) {
        int step = Math.max(1, names.size() / count);
        return IntStream.range(0, Math.min(count, names.size())).mapToObj(i -> names.get(i * step))
                .flatMap(name -> Stream.of(name, Names.fold(name)))
                .flatMap(name -> IntStream.rangeClosed(1, Math.min(LONGEST, name.length())).mapToObj(n -> name.substring(0, n)))
                .toList();
    }
}
