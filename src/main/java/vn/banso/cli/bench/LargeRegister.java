package vn.banso.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import vn.banso.cli.bench.baseline.Times;
import vn.banso.cli.bench.ground.Author;
import vn.banso.cli.bench.ground.Invented;
import vn.banso.cli.bench.ground.TrialClock;
import vn.banso.cli.bench.ground.TrialProvince;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.engine.RawBaseline;

/**
 * Ten communes with 5,000 households each, once as a province takes them in by parcel, once as plain rows. Both are timed while
 * they are made; drafts are invented piece by piece, so that memory holds little of it.
 */
final class LargeRegister implements AutoCloseable {
    private static final int COMMUNES = 10;
    private static final int AREA = 20;
    private static final int HOUSEHOLDS = 5_000;
    private static final int ACTS_AT_ONCE = 2_000;
    private static final int EVERY_NAME = 97;

    private final int communes;
    private final TrialProvince province;
    private final Path rawFile;
    private final RawBaseline raw;
    private final List<String> names = new ArrayList<>();
    private final Times rawTime = new Times();
    private final Times importTime = new Times();
    private long entries;
    private long bytes;

    private LargeRegister(BenchFixture ground, int communes) {
        this.communes = communes;
        province = ground.province();
        rawFile = ground.file("raw.db");
        raw = RawBaseline.create(rawFile);
    }

    static LargeRegister make(BenchFixture ground) throws IOException {
        warmUp(ground);
        LargeRegister register = new LargeRegister(ground, COMMUNES);
        register.fill(ground.scaled(HOUSEHOLDS));
        return register;
    }

    /** What an area's office holds: twenty communes, 100,000 households. */
    static LargeRegister area(BenchFixture ground) throws IOException {
        LargeRegister register = new LargeRegister(ground, AREA);
        register.fill(ground.scaled(HOUSEHOLDS));
        return register;
    }

    /** The same on a small scale, so that the machine knows its way. */
    private static void warmUp(BenchFixture ground) throws IOException {
        LargeRegister small = new LargeRegister(ground, COMMUNES);
        small.fill(ground.scaled(HOUSEHOLDS) / 8 + 1);
        small.close();
    }

    private void fill(int households) throws IOException {
        for (int commune = 0; commune < communes; commune++) {
            Author author = province.author(Invented.scope(commune));
            byte[] parcel = parcel(commune, households, author);
            bytes += parcel.length;
            long start = System.nanoTime();
            int fresh = province.node().ledger().take(batches(parcel)).fresh();
            importTime.add(System.nanoTime() - start);
            if (fresh == 0) {
                throw new IllegalStateException("nothing was taken in");
            }
        }
    }

    private byte[] parcel(int commune, int households, Author author) {
        TrialClock clock = new TrialClock(commune);
        List<Batch> batches = new ArrayList<>();
        Iterator<List<Draft>> acts = Invented.commune(commune, households, commune).iterator();
        List<Change> left = new ArrayList<>();
        while (acts.hasNext()) {
            List<List<Draft>> some = next(acts);
            long start = System.nanoTime();
            raw.begin();
            some.forEach(raw::insert);
            raw.commit();
            rawTime.add(System.nanoTime() - start);
            left.addAll(author.changes(some, clock));
            some.forEach(act -> act.forEach(this::note));
        }
        batches.addAll(author.seal(left));
        return Parcel.write(batches.stream().<Frame>map(Frame.BatchFrame::new).toList());
    }

    private static List<List<Draft>> next(Iterator<List<Draft>> acts) {
        List<List<Draft>> some = new ArrayList<>();
        while (acts.hasNext() && some.size() < ACTS_AT_ONCE) {
            some.add(acts.next());
        }
        return some;
    }

    private void note(Draft draft) {
        if (draft.type() == Catalogue.PERSON && entries % EVERY_NAME == 0
                && draft.value(Catalogue.PERSON.field("name")).orElse(Value.BLANK) instanceof Value.Text name) {
            names.add(name.text());
        }
        entries++;
    }

    private static List<Batch> batches(byte[] parcel) {
        try {
            return Parcel.read(parcel).frames().stream().map(f -> ((Frame.BatchFrame) f).batch()).toList();
        } catch (MalformedException e) {
            throw new IllegalStateException("a parcel that was just written can be read", e);
        }
    }

    Node node() {
        return province.node();
    }

    List<ScopeId> communes() {
        return java.util.stream.IntStream.range(0, communes).mapToObj(Invented::scope).toList();
    }

    RawBaseline raw() {
        return raw;
    }

    Path rawFile() {
        return rawFile;
    }

    /** Lets go of the node, so that another process may open it; measures that need it open come before. */
    Path handOver() {
        return province.handOver();
    }

    TrialProvince province() {
        return province;
    }

    /** Some of the names in it. */
    List<String> names() {
        return names;
    }

    long entries() {
        return entries;
    }

    /** Of all parcels together. */
    long bytes() {
        return bytes;
    }

    double importSeconds() {
        return importTime.sumSeconds();
    }

    double rawSeconds() {
        return rawTime.sumSeconds();
    }

    @Override
    public void close() {
        raw.close();
    }
}
