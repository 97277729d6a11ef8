package vn.banso.cli.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/** What handing over one edit costs, by how many devices ever wrote in the commune; parcels of both ways, and how many rounds. */
final class FeedsMeasure implements Measure {
    private static final int[] FEEDS = {5, 25, 150, 1_000};
    private static final int MAX_PARCEL = 8 << 20;

    @Override
    public List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int feeds : FEEDS) {
            rows.add("edit_feeds_" + feeds);
        }
        rows.add("edit_feeds_rounds");
        return rows;
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException {
        List<BenchRow> rows = new ArrayList<>();
        int rounds = 0;
        for (int feeds : FEEDS) {
            ExchangeCounts edit = edit(ground, ground.scaled(feeds));
            rounds = Math.max(rounds, edit.rounds());
            rows.add(BenchRow.of("edit_feeds_" + feeds, edit.bytesUp() + edit.bytesDown(), "B").goal(BenchGoal.atMost(1_000)));
        }
        rows.add(BenchRow.of("edit_feeds_rounds", rounds, "rounds").goal(BenchGoal.atMost(1)));
        return rows;
    }

    private static ExchangeCounts edit(BenchFixture ground, int feeds) throws PeerException {
        ScopeId commune = Invented.scope(0);
        TrialProvince province = ground.province();
        Node laptop = province.enrolled("laptop", Clock.systemUTC(), Role.VOLUNTEER, commune);
        TrialClock clock = new TrialClock(5);
        List<Batch> others = new ArrayList<>();
        List<List<Draft>> households = Invented.households(0, feeds, 17).toList();
        List<Author> authors = province.authors(feeds, List.of(commune)).getFirst();
        for (int i = 1; i < feeds; i++) {
            others.addAll(authors.get(i).seal(authors.get(i).changes(List.of(households.get(i % households.size())), clock)));
        }
        province.node().ledger().take(others);
        NodePeer desk = NodePeer.live(province.node(), MAX_PARCEL);
        Draft household = households.getFirst().stream().filter(d -> d.type() == Catalogue.HOUSEHOLD).findFirst().orElseThrow();
        laptop.save(households.getFirst());
        new Exchange(laptop, desk, ProgressListener.SILENT).run();
        new Exchange(laptop, desk, ProgressListener.SILENT).run();
        laptop.save(List.of(Draft.of(household.type(), household.scope(), household.id()).with("size", new Value.Whole(13))));
        return new Exchange(laptop, desk, ProgressListener.SILENT).run();
    }
}
