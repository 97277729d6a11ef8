package vn.banso.cli.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import vn.banso.cli.bench.baseline.PlainDesk;
import vn.banso.cli.bench.baseline.PlainJson;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.Desks;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.change.Change;
import vn.banso.receiver.Receiver;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/**
 * A laptop with 10,000 households calls the province for the first time, over loopback; beside one POST of the same as gzip JSON
 * to a desk that writes plain rows. The goals come from a replicating document store with the same data on a machine of two
 * cores: 19.7 MB, 7.8 s, 1,692 requests.
 */
final class FirstSyncMeasure implements Measure {
    private static final int HOUSEHOLDS = 10_000;
    private static final double OTHERS_BYTES = 19.7e6;
    private static final double OTHERS_SECONDS = 7.8;
    private static final int OTHERS_REQUESTS = 1_692;

    @Override
    public List<String> rows() {
        return List.of("first_sync_10k_bytes", "first_sync_10k_seconds", "first_sync_10k_requests");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException {
        once(ground, ground.scaled(HOUSEHOLDS) / 5 + 1);
        Outcome outcome = once(ground, ground.scaled(HOUSEHOLDS));
        return List.of(
                BenchRow.of("first_sync_10k_bytes", outcome.bytes(), "B").beside(outcome.plainBytes()).goal(BenchGoal.atMost(OTHERS_BYTES / 20)),
                BenchRow.of("first_sync_10k_seconds", outcome.seconds(), "s").beside(outcome.plainSeconds())
                        .goal(BenchGoal.atMost(OTHERS_SECONDS / 2)),
                BenchRow.of("first_sync_10k_requests", outcome.requests(), "requests").beside(1).goal(BenchGoal.atMost(OTHERS_REQUESTS / 20.)));
    }

    private record Outcome(long bytes, double seconds, int requests, long plainBytes, double plainSeconds) {}

    private static Outcome once(BenchFixture ground, int households) throws IOException, PeerException, InterruptedException {
        ScopeId commune = Invented.scope(0);
        TrialProvince province = ground.province();
        Author author = province.author(commune);
        Node laptop = province.enrolled("laptop", Clock.systemUTC(), Role.VOLUNTEER, commune);
        List<Change> changes = author.changes(Invented.commune(0, households, 11).toList(), new TrialClock(5));
        laptop.ledger().take(author.seal(changes));
        byte[] json = PlainJson.gzip(commune, changes);
        try (Receiver desk = Desks.serving(province.node()); PlainDesk plain = new PlainDesk(ground.file("raw-desk.db"))) {
            double plainSeconds = Times.seconds(() -> PlainDesk.post(plain.address(), json));
            long start = System.nanoTime();
            Desks.Called called = Desks.call(laptop, desk.address());
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Outcome(called.traffic().bytesUp() + called.traffic().bytesDown(), seconds, called.traffic().requests(),
                    json.length, plainSeconds);
        }
    }
}
