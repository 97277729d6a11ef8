package vn.banso.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.banso.cli.bench.baseline.Crowd;
import vn.banso.cli.bench.baseline.PlainCall;
import vn.banso.cli.bench.baseline.PlainDesk;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.BenchLaptop;
import vn.banso.cli.bench.ground.DeskProcess;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;

/**
 * A receiver in a process of its own with little memory, callers in this one, both on the same cores: how much it takes in, how long
 * callers wait, what it occupies; beside a desk that takes the same as gzip JSON into plain rows.
 */
final class ReceiverMeasure implements Measure {
    private static final int COMMUNES = 50;
    private static final int WARM_UP = 1_000;
    private static final int BULK_HOUSEHOLDS = 400;
    private static final int DAY_HOUSEHOLDS = 10;
    private static final int ALONE = 100;
    private static final int SOME = 50;
    private static final int MANY = 1_000;
    private static final Duration SPREAD = Duration.ofSeconds(10);
    private static final String HEAP = "112m";

    @Override
    public List<String> rows() {
        return List.of("receiver_rate", "receiver_p99_1", "receiver_p99_50", "receiver_p99_1000", "receiver_p99_1000_spread",
                "receiver_rate_1000", "receiver_rss");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, InterruptedException {
        int communes = ground.scaled(COMMUNES);
        int many = ground.scaled(MANY);
        int alone = ground.scaled(ALONE);
        int some = ground.scaled(SOME);
        Laptops laptops = new Laptops(ground, communes, many);
        try (Child desk = Child.start(DeskProcess.class, HEAP, laptops.desk.toString(), laptops.desk.getParent().toString());
                PlainDesk plain = new PlainDesk(ground.file("raw-desk.db"))) {
            URI address = URI.create(desk.line());
            laptops.meet(address);
            all(address, laptops.next(ground.scaled(WARM_UP), DAY_HOUSEHOLDS), BenchLaptop::handOver, Duration.ZERO);
            List<BenchLaptop> bulk = laptops.next(communes, ground.scaled(BULK_HOUSEHOLDS));
            Crowd.Outcome rate = all(address, bulk, BenchLaptop::handOver, Duration.ZERO);
            Crowd.Outcome plainRate = all(plain.address(), bulk, BenchLaptop::postPlain, Duration.ZERO);
            List<BenchLaptop> lonely = laptops.next(alone, DAY_HOUSEHOLDS);
            Times single = one(address, lonely, BenchLaptop::handOver);
            Times plainSingle = one(plain.address(), lonely, BenchLaptop::postPlain);
            Crowd.Outcome fifty = all(address, laptops.next(some, DAY_HOUSEHOLDS), BenchLaptop::handOver, Duration.ZERO);
            List<BenchLaptop> thousand = laptops.next(many, DAY_HOUSEHOLDS);
            Crowd.Outcome burst = all(address, thousand, BenchLaptop::handOver, Duration.ZERO);
            Crowd.Outcome plainBurst = all(plain.address(), thousand, BenchLaptop::postPlain, Duration.ZERO);
            Crowd.Outcome spread = all(address, laptops.next(many, DAY_HOUSEHOLDS), BenchLaptop::handOver,
                    SPREAD.dividedBy(MANY / many));
            return List.of(
                    BenchRow.of("receiver_rate", entries(bulk) / rate.seconds(), "entries/s").beside(entries(bulk) / plainRate.seconds())
                            .goal(BenchGoal.atLeast(15_000)),
                    BenchRow.of("receiver_p99_1", single.millis(.99), "ms").beside(plainSingle.millis(.99)).goal(BenchGoal.atMost(1_000)),
                    BenchRow.of("receiver_p99_50", fifty.waits().millis(.99), "ms").goal(BenchGoal.atMost(1_000)),
                    BenchRow.of("receiver_p99_1000", burst.waits().millis(.99), "ms").beside(plainBurst.waits().millis(.99))
                            .goal(BenchGoal.atMost(1_000)),
                    BenchRow.of("receiver_p99_1000_spread", spread.waits().millis(.99), "ms").goal(BenchGoal.atMost(1_000)),
                    BenchRow.of("receiver_rate_1000", entries(thousand) / burst.seconds(), "entries/s")
                            .beside(entries(thousand) / plainBurst.seconds()),
                    BenchRow.of("receiver_rss", desk.peakMegabytes().orElse(Double.NaN), "MB").goal(BenchGoal.atMost(300)));
        }
    }

    private static Crowd.Outcome all(URI desk, List<BenchLaptop> callers, Way way, Duration spread) throws IOException, InterruptedException {
        return Crowd.press(desk, callers.size(), spread, (i, call) -> way.go(callers.get(i), call));
    }

    /** How a caller hands over. */
    private interface Way {
        void go(BenchLaptop caller, PlainCall call) throws IOException;
    }

    /** One after the other, connecting included. */
    private static Times one(URI desk, List<BenchLaptop> callers, Way way) throws IOException {
        Times waits = new Times();
        for (BenchLaptop caller : callers) {
            long start = System.nanoTime();
            try (PlainCall call = new PlainCall(desk)) {
                way.go(caller, call);
            }
            waits.add(System.nanoTime() - start);
        }
        return waits;
    }

    private static double entries(List<BenchLaptop> callers) {
        return callers.stream().mapToInt(BenchLaptop::entries).sum();
    }

    /** So many laptops of a province, and what they have to hand over. */
    private static final class Laptops {
        private final Path desk;
        private final Have governance;
        private final List<List<Author>> authors;
        private final List<ScopeId> scopes;
        private byte[] nonce = new byte[0];
        private int used;

        Laptops(BenchFixture ground, int communes, int count) {
            TrialProvince province = ground.province();
            scopes = IntStream.range(0, communes).mapToObj(Invented::scope).toList();
            authors = province.authors((count + communes - 1) / communes, scopes);
            governance = province.node().ledger().have(TrialProvince.GOVERNANCE);
            desk = province.handOver();
        }

        void meet(URI address) throws IOException {
            try (PlainCall call = new PlainCall(address)) {
                nonce = BenchLaptop.greet(call).nonce();
            }
        }

        /**
         * So many laptops, each with so many households more: one commune after the other, and then the next of each. All have
         * heard of what was written before.
         */
        List<BenchLaptop> next(int count, int households) {
            List<BenchLaptop> callers = new ArrayList<>();
            List<List<Tip>> before = authors.stream().map(there -> there.stream().flatMap(a -> a.tip().stream()).toList()).toList();
            for (int i = 0; i < count; i++, used++) {
                int commune = used % scopes.size();
                List<Author> there = authors.get(commune);
                Author author = there.get(used / scopes.size() % there.size());
                List<List<Draft>> acts = Invented.households(commune, households, used).toList();
                List<Tip> others = before.get(commune).stream().filter(t -> !t.feed().device().equals(author.device().id())).toList();
                callers.add(new BenchLaptop(author, scopes.get(commune), author.changes(acts, new TrialClock(used)), governance, others, nonce));
            }
            return callers;
        }
    }
}
