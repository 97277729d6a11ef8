package vn.banso.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.banso.cli.bench.baseline.PlainDesk;
import vn.banso.cli.bench.baseline.PlainJson;
import vn.banso.cli.bench.baseline.SlowLine;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Desks;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.change.Change;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/**
 * Handing over after ten households were visited again, from the first connection on, over a fast and over a village line; beside
 * one POST of the same as gzip JSON over the same line. And what an exchange costs that has nothing to say.
 */
final class TenHouseholdsMeasure implements Measure {
    private static final int HOUSEHOLDS = 1_000;
    private static final int CHANGED = 10;
    private static final int FAST_TIMES = 100;
    private static final int SLOW_TIMES = 5;

    @Override
    public List<String> rows() {
        return List.of("exchange_10_fast", "exchange_10_slow", "exchange_10_bytes", "bytes_nothing_new");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException {
        ScopeId commune = Invented.scope(0);
        TrialProvince province = ground.province();
        Node laptop = province.enrolled("laptop", Clock.systemUTC(), Role.VOLUNTEER, commune);
        List<Draft> drafts = Invented.households(0, ground.scaled(HOUSEHOLDS), 13).flatMap(List::stream).toList();
        laptop.save(drafts);
        Work work = new Work(laptop, commune, drafts.stream().filter(d -> d.type() == Catalogue.HOUSEHOLD).toList());
        try (Receiver desk = Desks.serving(province.node()); PlainDesk plain = new PlainDesk(ground.file("raw-desk.db"));
                SlowLine slow = SlowLine.open(desk.address(), SlowLine.Line.VILLAGE);
                SlowLine slowToPlain = SlowLine.open(plain.address(), SlowLine.Line.VILLAGE)) {
            Desks.call(laptop, desk.address());
            int fastTimes = ground.scaled(FAST_TIMES);
            work.pairs(fastTimes / 2 + 1, desk.address(), plain.address());
            Pairs fast = work.pairs(fastTimes, desk.address(), plain.address());
            Pairs village = work.pairs(ground.scaled(SLOW_TIMES), slow.address(), slowToPlain.address());
            ExchangeCounts nothing = Desks.call(laptop, desk.address()).tally();
            return List.of(
                    BenchRow.of("exchange_10_fast", fast.ours.medianMillis(), "ms").beside(fast.plain.medianMillis()),
                    BenchRow.of("exchange_10_slow", village.ours.medianSeconds(), "s").beside(village.plain.medianSeconds())
                            .goal(BenchGoal.atMost(2.2)),
                    BenchRow.of("exchange_10_bytes", fast.bytes, "B").beside(fast.plainBytes),
                    BenchRow.of("bytes_nothing_new", nothing.bytesUp() + nothing.bytesDown(), "B")
                            .beside(PlainJson.gzip(commune, List.of()).length).goal(BenchGoal.atMost(400)));
        }
    }

    private static final class Pairs {
        final Times ours = new Times();
        final Times plain = new Times();
        long bytes;
        long plainBytes;
    }

    /** A person who goes from house to house. */
    private static final class Work {
        private final Node laptop;
        private final ScopeId commune;
        private final List<Draft> households;
        private int visits;

        Work(Node laptop, ScopeId commune, List<Draft> households) {
            this.laptop = laptop;
            this.commune = commune;
            this.households = households;
        }

        Pairs pairs(int times, URI ours, URI plain)
                throws IOException, PeerException, InterruptedException {
            Pairs pairs = new Pairs();
            for (int i = 0; i < times; i++) {
                byte[] json = PlainJson.gzip(commune, visitTen());
                pairs.plain.time(() -> PlainDesk.post(plain, json));
                pairs.ours.time(() -> {
                    ExchangeCounts tally = Desks.call(laptop, ours).tally();
                    pairs.bytes = tally.bytesUp() + tally.bytesDown();
                });
                pairs.plainBytes = json.length;
            }
            return pairs;
        }

        /** Two answers of each of ten households become others. */
        private List<Change> visitTen() {
            List<Draft> visited = new ArrayList<>();
            for (int i = 0; i < CHANGED; i++) {
                Draft household = households.get((visits * CHANGED + i) % households.size());
                visited.add(Draft.of(household.type(), household.scope(), household.id())
                        .with("fibre_subscribed", new Value.Code(1 + (visits + i) % 2))
                        .with("size", new Value.Whole(1 + (visits + i) % 7)));
            }
            visits++;
            return laptop.save(visited).changes();
        }
    }
}
