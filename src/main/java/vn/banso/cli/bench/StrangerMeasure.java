package vn.banso.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.banso.cli.bench.baseline.PlainCall;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.BenchLaptop;
import vn.banso.cli.bench.ground.Desks;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.sync.wire.HttpForm;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Purpose;

/**
 * What strangers cost a desk: a long parcel of somebody who proves nothing, the same of somebody who signs with a key that nobody knows,
 * and how long an honest laptop waits while slow connections stand open.
 */
final class StrangerMeasure implements Measure {
    private static final int PARCEL = 8_000_000;
    private static final int MAX_PARCEL = 8 << 20;
    private static final int TIMES = 9;
    private static final int SLOW = 200;
    private static final int HONEST = 100;

    @Override
    public List<String> rows() {
        return List.of("stranger_parcel", "stranger_parcel_kept", "stranger_signed", "stranger_signed_kept", "slow_200_p99");
    }

    @Override
    public List<BenchRow> run(BenchFixture ground) throws IOException, PeerException, InterruptedException {
        TrialProvince province = ground.province();
        ScopeId commune = Invented.scope(0);
        List<Author> laptops = province.authors(2 * ground.scaled(HONEST), List.of(commune)).getFirst();
        Node node = province.node();
        Have governance = node.ledger().have(TrialProvince.GOVERNANCE);
        List<BenchRow> rows = new ArrayList<>();
        try (Receiver desk = Desks.serving(node)) {
            byte[] nonce;
            try (PlainCall call = new PlainCall(desk.address())) {
                nonce = BenchLaptop.greet(call).nonce();
            }
            long before = node.upkeep().inventory().bytes();
            byte[] unproven = parcel(new byte[nonce.length], node, ground.scaled(PARCEL));
            rows.add(BenchRow.of("stranger_parcel", refused(desk, unproven).medianMillis(), "ms").goal(BenchGoal.atMost(50)));
            rows.add(BenchRow.of("stranger_parcel_kept", Math.max(0, node.upkeep().inventory().bytes() - before), "B").goal(BenchGoal.atMost(0)));
            byte[] signed = parcel(nonce, node, ground.scaled(PARCEL));
            rows.add(BenchRow.of("stranger_signed", 1e3 * Times.seconds(() -> post(desk, signed)), "ms"));
            rows.add(BenchRow.of("stranger_signed_kept", node.upkeep().inventory().unvouched(), "batches").goal(BenchGoal.atMost(256)));

            List<BenchLaptop> callers = IntStream.range(0, laptops.size()).mapToObj(i -> new BenchLaptop(laptops.get(i), commune,
                    laptops.get(i).changes(Invented.households(0, 1, i).toList(), new TrialClock(i)), governance, List.of(), nonce)).toList();
            double alone = honest(desk, callers.subList(0, callers.size() / 2)).millis(.99);
            List<PlainCall> slow = new ArrayList<>();
            try {
                for (int i = 0; i < ground.scaled(SLOW); i++) {
                    slow.add(new PlainCall(desk.address()));
                    slow.getLast().begin(HttpForm.EXCHANGE, PARCEL, signed, i % 2 == 0 ? 0 : 300);
                }
                Times waits = honest(desk, callers.subList(callers.size() / 2, callers.size()));
                rows.add(BenchRow.of("slow_200_p99", waits.millis(.99), "ms").beside(alone).goal(BenchGoal.atMost(1_000)));
            } finally {
                for (PlainCall call : slow) {
                    call.close();
                }
            }
        }
        return rows;
    }

    private static Times refused(Receiver desk, byte[] parcel) {
        Times times = new Times();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            post(desk, parcel);
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private static void post(Receiver desk, byte[] parcel) {
        try (PlainCall call = new PlainCall(desk.address())) {
            call.post(HttpForm.EXCHANGE, HttpForm.PARCEL_TYPE, parcel);
        } catch (IOException _) {
            // The desk does not read to the end what it refuses.
        }
    }

    private static Times honest(Receiver desk, List<BenchLaptop> callers) throws IOException {
        Times times = new Times();
        for (BenchLaptop caller : callers) {
            long start = System.nanoTime();
            try (PlainCall call = new PlainCall(desk.address())) {
                caller.handOver(call);
            }
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    /** So many bytes of feeds with one batch each, in the scope that everybody reads, by a device that nobody let in. */
    private static byte[] parcel(byte[] nonce, Node node, int bytes) {
        DeviceKeys stranger = DeviceKeys.generate();
        BatchSealer sealer = new BatchSealer(node.keyring());
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame.IntroFrame(TrialProvince.GOVERNANCE, stranger.signingKey(), 1, Catalogue.SCHEMA, MAX_PARCEL));
        Change change = Change.of(Kind.CREATE.number(), Catalogue.AREA.id(), new EntryId(1, 1), stranger.id(), new Stamp(1_000),
                new TreeMap<>(Map.of(16, new Value.Text("Khu vực"))), new TreeMap<>());
        int length = 0;
        for (int feed = 1; length < bytes; feed++) {
            Batch batch = sealer.seal(stranger, 2L * feed, TrialProvince.GOVERNANCE, 1, Hash.NONE, List.of(change)).orElseThrow();
            length += batch.headerBytes().length + batch.signature().length + batch.body().length + 12;
            frames.add(new Frame.BatchFrame(batch));
        }
        byte[] digest = Parcel.digest(frames);
        byte[] message = ByteBuffer.allocate(nonce.length + digest.length).put(nonce).put(digest).array();
        frames.add(1, new Frame.AuthFrame(digest, stranger.sign(Purpose.CALL, message)));
        return Parcel.write(frames);
    }
}
