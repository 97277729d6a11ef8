package vn.banso.cli.bench;

import java.io.IOException;
import java.util.List;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.sync.wire.PeerException;

/** One thing that is measured: it prepares its own nodes, warms up, repeats, and tells its figures. */
interface Measure {
    /** The rows it will bring, known before it runs. */
    List<String> rows();

    List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException;
}
