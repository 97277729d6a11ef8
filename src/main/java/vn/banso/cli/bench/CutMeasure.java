package vn.banso.cli.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.banso.cli.bench.baseline.SlowLine;
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
 * What goes over the line a second time when a first sync of many batches is cut somewhere and the person presses again: the most of
 * several cuts; beside a POST that begins anew. One batch may be under way at a cut; the have-list is asked for again.
 */
final class CutMeasure implements Measure {
    private static final int HOUSEHOLDS = 3_000;
    private static final int BATCHES = 30;
    private static final int CUTS = 8;
    private static final int HAVE_LIST = 1_024;

    @Override
    public List<String> rows() {
        return List.of("resent_after_cut");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException {
        ScopeId commune = Invented.scope(0);
        TrialProvince province = ground.province();
        List<Batch> batches = batches(province.author(commune), ground.scaled(HOUSEHOLDS));
        long largest = batches.stream().mapToLong(b -> b.headerBytes().length + b.signature().length + b.body().length).max().orElseThrow();
        long whole = new Call(ground, province, commune, batches, 0).bytes(0);
        long most = 0;
        long sumOfCuts = 0;
        Random random = new Random(17);
        int cuts = Math.max(2, ground.scaled(CUTS));
        for (int i = 1; i <= cuts; i++) {
            long at = random.nextLong(whole / 10, whole);
            most = Math.max(most, new Call(ground, province, commune, batches, i).bytes(at) - whole);
            sumOfCuts += at;
        }
        return List.of(BenchRow.of("resent_after_cut", most, "B").beside((double) sumOfCuts / cuts).goal(BenchGoal.atMost(largest + HAVE_LIST)));
    }

    private static List<Batch> batches(Author author, int households) {
        TrialClock clock = new TrialClock(9);
        List<List<Draft>> acts = Invented.households(0, households, 21).toList();
        List<Batch> batches = new ArrayList<>();
        int atOnce = Math.max(1, acts.size() / BATCHES);
        for (int from = 0; from < acts.size(); from += atOnce) {
            batches.addAll(author.seal(author.changes(acts.subList(from, Math.min(acts.size(), from + atOnce)), clock)));
        }
        return batches;
    }

    /** A new desk, a new laptop with those batches, and a line that breaks. */
    private record Call(BenchFixture ground, TrialProvince province, ScopeId commune, List<Batch> batches, int number) {

        /** @return bytes that went up in all; the line is cut after that many of them, where it is not 0 */
        long bytes(long cutAt) throws IOException, PeerException {
            Node officer = province.enrolled("desk-" + number, Clock.systemUTC(), Role.COMMUNE, commune);
            Node laptop = province.enrolled("laptop-" + number, Clock.systemUTC(), Role.VOLUNTEER, commune);
            officer.ledger().take(laptop.ledger().batchesLacking(officer.ledger().have(TrialProvince.GOVERNANCE)));
            laptop.ledger().take(batches);
            try (Receiver desk = Desks.serving(officer); SlowLine line = SlowLine.open(desk.address(), SlowLine.Line.FAST)) {
                if (cutAt > 0) {
                    line.cutUpAfter(cutAt);
                    try {
                        Desks.call(laptop, line.address());
                    } catch (PeerException e) {
                        line.heal();
                        Desks.call(laptop, line.address());
                    }
                } else {
                    Desks.call(laptop, line.address());
                }
                return line.count().up();
            }
        }
    }
}
