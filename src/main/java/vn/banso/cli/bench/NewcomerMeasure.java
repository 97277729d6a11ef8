package vn.banso.cli.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.Desks;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.batch.Batch;
import vn.banso.receiver.Receiver;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/**
 * A new laptop asks the province for a commune of 10,000 households that several laptops wrote down in two years, and sealed every evening;
 * beside the same where each of them has sealed all it wrote at once.
 */
final class NewcomerMeasure implements Measure {
    private static final int HOUSEHOLDS = 10_000;
    private static final int EVENINGS = 500;
    private static final int LAPTOPS = 3;

    @Override
    public List<String> rows() {
        return List.of("newcomer_bytes", "newcomer_seconds", "newcomer_requests");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException {
        List<List<Draft>> acts = Invented.commune(0, ground.scaled(HOUSEHOLDS), 11).toList();
        once(ground, acts.subList(0, acts.size() / 5 + 1), ground.scaled(EVENINGS) / 5 + 1);
        Outcome bulk = once(ground, acts, 1);
        Outcome years = once(ground, acts, ground.scaled(EVENINGS));
        return List.of(
                BenchRow.of("newcomer_bytes", years.bytes(), "B").beside(bulk.bytes()).goal(BenchGoal.ratioAtMost(1.3)),
                BenchRow.of("newcomer_seconds", years.seconds(), "s").beside(bulk.seconds()),
                BenchRow.of("newcomer_requests", years.requests(), "requests").beside(bulk.requests()));
    }

    private record Outcome(long bytes, double seconds, int requests) {}

    private static Outcome once(BenchFixture ground, List<List<Draft>> acts, int evenings) throws IOException, PeerException {
        ScopeId commune = Invented.scope(0);
        TrialProvince province = ground.province();
        List<Author> authors = province.authors(LAPTOPS, List.of(commune)).getFirst();
        TrialClock clock = new TrialClock(5);
        List<Batch> written = new ArrayList<>();
        for (int evening = 0; evening < evenings; evening++) {
            for (int i = 0; i < LAPTOPS; i++) {
                List<List<Draft>> day = part(part(acts, i, LAPTOPS), evening, evenings);
                written.addAll(authors.get(i).seal(authors.get(i).changes(day, clock)));
            }
        }
        province.node().ledger().take(written);
        Node laptop = province.enrolled("newcomer", Clock.systemUTC(), Role.VOLUNTEER, commune);
        try (Receiver desk = Desks.serving(province.node())) {
            long start = System.nanoTime();
            Desks.Called called = Desks.call(laptop, desk.address());
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Outcome(called.traffic().bytesUp() + called.traffic().bytesDown(), seconds, called.traffic().requests());
        }
    }

    private static <T> List<T> part(List<T> all, int part, int of) {
        return all.subList((int) ((long) all.size() * part / of), (int) ((long) all.size() * (part + 1) / of));
    }
}
