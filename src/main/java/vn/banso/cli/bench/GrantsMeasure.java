package vn.banso.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.sync.Admission;
import vn.banso.sync.Revoking;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;

/** Letting a device in and revoking one, where few and where many devices are: what it costs the commune, and others. */
final class GrantsMeasure implements Measure {
    /** Devices in each commune, and in two communes and in nearly a hundred. */
    private static final int EACH = 55;
    private static final int FEW = 2;
    private static final int MANY = 91;

    @Override
    public List<String> rows() {
        return List.of("join_100_bytes", "join_100_seconds", "join_5000_bytes", "join_5000_seconds", "revoke_100_bytes", "revoke_5000_bytes",
                "revoke_5000_elsewhere");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException {
        Costs few = measure(ground, FEW);
        Costs many = measure(ground, Math.max(FEW, ground.scaled(MANY)));
        return List.of(BenchRow.of("join_100_bytes", few.welcome, "B"), BenchRow.of("join_100_seconds", few.seconds, "s"),
                BenchRow.of("join_5000_bytes", many.welcome, "B").beside(few.welcome).goal(BenchGoal.atMost(40_000)),
                BenchRow.of("join_5000_seconds", many.seconds, "s").beside(few.seconds).goal(BenchGoal.atMost(.5)),
                BenchRow.of("revoke_100_bytes", few.revocation, "B"),
                BenchRow.of("revoke_5000_bytes", many.revocation, "B").beside(few.revocation).goal(BenchGoal.atMost(400 + 119 * many.readers)),
                BenchRow.of("revoke_5000_elsewhere", many.elsewhere, "B").goal(BenchGoal.atMost(0)));
    }

    private record Costs(long welcome, double seconds, long revocation, long readers, long elsewhere) {}

    private static Costs measure(BenchFixture ground, int communes) {
        TrialProvince province = ground.province();
        List<ScopeId> scopes = IntStream.range(0, communes).mapToObj(Invented::scope).toList();
        province.authors(EACH, scopes.subList(1, communes));
        List<Author> devices = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            devices.add(province.author(scopes.getFirst()));
        }
        Node office = province.node();
        Node joining = province.stranger("joining");
        long start = System.nanoTime();
        byte[] welcome = welcome(office, joining, scopes.getFirst());
        double seconds = (System.nanoTime() - start) / 1e9;
        long before = bytes(province, scopes.subList(0, 1));
        long others = bytes(province, scopes.subList(1, communes)) + bytes(province, List.of(TrialProvince.GOVERNANCE));
        revoke(office, devices.getFirst().device().id());
        return new Costs(welcome.length, seconds, bytes(province, scopes.subList(0, 1)) - before,
                office.grants().readers(scopes.getFirst()).size(),
                bytes(province, scopes.subList(1, communes)) + bytes(province, List.of(TrialProvince.GOVERNANCE)) - others);
    }

    private static long bytes(TrialProvince province, List<ScopeId> scopes) {
        return scopes.stream().flatMap(scope -> province.grants(scope).stream())
                .mapToLong(b -> b.headerBytes().length + b.signature().length + b.body().length).sum();
    }

    private static void revoke(Node office, DeviceId device) {
        try {
            Revoking.revoke(office, Revoking.outlook(office, device), "mất máy");
        } catch (Admission.NotEntitledException e) {
            throw new IllegalStateException("a province may revoke", e);
        }
    }

    private static byte[] welcome(Node office, Node joining, ScopeId commune) {
        try {
            Enrolment.Request request = Admission.readRequest(Admission.request(joining, "Đặng Thị Đo", Role.VOLUNTEER));
            return Admission.approve(office, request, Set.of(commune));
        } catch (MalformedException | Admission.NotEntitledException e) {
            throw new IllegalStateException("a province may let anybody in", e);
        }
    }
}
