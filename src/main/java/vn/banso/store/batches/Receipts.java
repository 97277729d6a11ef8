package vn.banso.store.batches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Receipt.Aside;
import vn.banso.ledger.parcel.Receipt.End;
import vn.banso.ledger.parcel.Receipt.Feed;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.RefusalPage.SetAside;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.ResultRow;
import vn.banso.store.files.StoreException;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Purpose;

/** Receipts: those this node signs, and those of others that came by any road. */
public final class Receipts {
    /** Serials are seconds where the clock allows, so that the receipts of a restored node come after those before. */
    private static final long LAST_SERIAL = 0xFFFF_0000L;

    private static final Comparator<End> ENDS = Comparator.comparing(End::number).thenComparing(End::tip);

    private final Db db;
    private final DeviceKeys device;
    private final Meta meta;
    private final AsideLists aside;
    private final ReceiptRows rows;
    private final Incarnations incarnations;
    /** Nodes and scopes of which a later receipt did not fit to the one held. */
    private final Set<Integer> wanted = new HashSet<>();

    public Receipts(Db db, DeviceKeys device, Meta meta) {
        this.db = db;
        this.device = device;
        this.meta = meta;
        this.aside = new AsideLists(db);
        this.rows = new ReceiptRows(db);
        this.incarnations = new Incarnations(meta, device.id());
    }

    public AsideLists aside() {
        return aside;
    }

    /** What a receipt proves of the batches it names. */
    public enum Level { CARRIED, COMMUNE, PROVINCE }

    /**
     * This node's newest statement of the scope; a new serial only where it says something new.
     *
     * @param tips the ends of all feeds here
     */
    public Receipt.Signed sign(ScopeId scope, List<Tip> tips, long incarnation, Level level, long clockMillis) {
        SortedMap<FeedId, Feed> feeds = stated(scope, tips);
        Optional<Receipt.Signed> before = held(scope, device.id(), incarnation);
        if (before.filter(b -> b.receipt().feeds().equals(feeds)).isPresent()) {
            return before.get();
        }
        long serial = Math.max(meta.number("serial:" + scope).orElse(0L) + 1,
                Math.clamp(clockMillis / 1000, 1L, LAST_SERIAL));
        Receipt receipt = new Receipt(device.signingKey(), incarnation, serial, scope, feeds);
        byte[] bytes = ReceiptForm.write(receipt);
        Receipt.Signed signed = new Receipt.Signed(receipt, bytes, device.sign(Purpose.RECEIPT, bytes));
        meta.put("serial:" + scope, serial);
        write(signed, level, before.map(b -> b.receipt().feeds()).orElse(new TreeMap<>(HaveForm.FEEDS)));
        return signed;
    }

    private SortedMap<FeedId, Feed> stated(ScopeId scope, List<Tip> tips) {
        Map<Hash, Integer> applied = isAllSettled(scope) ? Map.of() : PlacedBatch.applied(PlacedBatch.of(db, scope));
        Map<FeedId, List<SetAside>> asides = aside.own(scope);
        SortedMap<FeedId, Feed> feeds = new TreeMap<>(HaveForm.FEEDS);
        HaveForm.byFeed(tips).forEach((feed, ends) -> feeds.put(feed, new Feed(
                ends.stream().map(t -> new End(t.number(), t.hash(), applied.getOrDefault(t.hash(), t.number()))).sorted(ENDS).toList(),
                Optional.ofNullable(asides.get(feed)).map(all -> new Aside(all.size(), RefusalForm.digest(all))))));
        return feeds;
    }

    /** Nearly always: then nobody has to walk along the feeds. */
    private boolean isAllSettled(ScopeId scope) {
        return db.sql("SELECT count(*) FROM batch WHERE standing IN ('WAITING_GRANT', 'WAITING_KEY', 'WAITING_UPDATE') "
                + "AND standing <> 'APPLIED' AND scope = ?").put(scope).number() == 0;
    }

    /**
     * Takes over what another node states.
     *
     * @return whether it is newer than what was held of that node, incarnation and scope, and, together with that, what was signed
     */
    public boolean keep(Receipt.News news, Level level) {
        Receipt.Head head = news.head();
        Optional<Receipt.Signed> before = held(head.scope(), head.node(), head.incarnation());
        long held = before.map(b -> b.receipt().serial()).orElse(0L);
        if (held >= head.serial()) {
            return false;
        }
        SortedMap<FeedId, Feed> earlier = before.map(b -> b.receipt().feeds()).orElse(new TreeMap<>(HaveForm.FEEDS));
        Optional<Receipt.Signed> whole = held < news.since() ? Optional.empty() : news.over(earlier);
        whole.ifPresentOrElse(signed -> write(signed, level, earlier), () -> wanted.add(line(head)));
        return whole.isPresent();
    }

    private void write(Receipt.Signed signed, Level level, SortedMap<FeedId, Feed> earlier) {
        Receipt r = signed.receipt();
        byte[] node = r.node().bytes();
        db.sql("REPLACE INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?)").put(r.scope()).put(node).put(r.incarnation()).put(r.serial())
                .put(level.name()).put(signed.bytes()).put(signed.signature()).run();
        rows.write(r, earlier);
        wanted.remove(line(ReceiptForm.head(r)));
    }

    /** What a have-list may name: not what was followed by one that does not fit to it, so that the whole is sent. */
    public boolean isSound(Receipt.Head head) {
        return !wanted.contains(line(head));
    }

    private static int line(Receipt.Head head) {
        return (int) (head.mark() >>> 32);
    }

    /** The newest of every node and incarnation. */
    public List<Receipt.Head> heads(ScopeId scope) {
        return db.sql("SELECT bytes FROM receipt WHERE scope = ?").put(scope).list(row -> head(row.bytes(1)));
    }

    /**
     * What to send to somebody.
     *
     * @param since serial of the receipt of that node and incarnation that is held there, 0 for none
     */
    public Receipt.News news(Receipt.Head head, long since) {
        SortedMap<FeedId, Feed> changed = rows.of(head.scope(), head.node(), head.incarnation(), since);
        if (since == 0) {
            changed.values().removeIf(feed -> feed.ends().isEmpty());
        }
        byte[] signature = db.sql("SELECT signature FROM receipt WHERE scope = ? AND node = ? AND incarnation = ?").put(head.scope())
                .put(head.node().bytes()).put(head.incarnation()).first(row -> row.bytes(1)).orElseThrow();
        return new Receipt.News(head, ReceiptForm.write(head), signature, since, changed);
    }

    private Optional<Receipt.Signed> held(ScopeId scope, DeviceId node, long incarnation) {
        return db.sql("SELECT level, bytes, signature FROM receipt WHERE scope = ? AND node = ? AND incarnation = ?").put(scope)
                .put(node.bytes()).put(incarnation).first(Bare::of).map(row -> signed(row.bytes(), row.signature()));
    }

    /** What counts of a node now: its newest receipt, of the incarnation that answers or, where none has yet, of all. */
    public Optional<Receipt.Signed> newest(ScopeId scope, DeviceId node) {
        return current(scope, node).map(Current::signed);
    }

    /**
     * A receipt that counts now.
     *
     * @param setAside what its node set aside, as far as its pages have come
     * @param untold feeds of which it is not known what was set aside
     */
    public record Current(Level level, Receipt.Signed signed, List<SetAside> setAside, Set<FeedId> untold) {
        /** The batches that were set aside whole. */
        public Set<Hash> asideWhole() {
            return setAside.stream().filter(a -> a.change().isEmpty()).map(SetAside::batch).collect(Collectors.toSet());
        }

        /**
         * What it says of a batch on the way to this end. While it is not told yet what was set aside of a feed, nothing of it counts.
         *
         * @param aside {@link #asideWhole}
         */
        public RecordState proves(Receipt.Line line, int number, Set<Hash> aside, Hash batch) {
            boolean counts = number <= line.applied() && !aside.contains(batch)
                    && !untold.contains(new FeedId(line.device(), line.incarnation(), signed.receipt().scope()));
            return !counts || level == Level.CARRIED ? RecordState.HANDED_OVER
                    : level == Level.COMMUNE ? RecordState.COMMUNE : RecordState.PROVINCE;
        }
    }

    /** What counts of one node, and what it is worth. */
    public Optional<Current> current(ScopeId scope, DeviceId node) {
        return db.sql("SELECT level, bytes, signature, incarnation FROM receipt WHERE scope = ? AND node = ? ORDER BY serial DESC").put(scope)
                .put(node.bytes()).list(row -> Map.entry(Bare.of(row), row.number(4))).stream().filter(row -> incarnations.mayCount(node, row.getValue()))
                .findFirst().map(row -> current(row.getKey()));
    }

    public Incarnations incarnations() {
        return incarnations;
    }

    /** A row, before what it says of feeds is read. */
    private record Bare(Level level, byte[] bytes, byte[] signature) {
        static Bare of(ResultRow row) {
            return new Bare(Level.valueOf(row.text(1)), row.bytes(2), row.bytes(3));
        }
    }

    /** The receipts that count now, one of each node. */
    public List<Current> current(ScopeId scope) {
        return db.sql("SELECT DISTINCT node FROM receipt WHERE scope = ?").put(scope).list(row -> DeviceId.of(row.bytes(1))).stream()
                .flatMap(node -> current(scope, node).stream()).toList();
    }

    private Current current(Bare row) {
        Receipt.Signed signed = signed(row.bytes(), row.signature());
        List<SetAside> known = new ArrayList<>();
        Set<FeedId> untold = new HashSet<>();
        signed.receipt().feeds().forEach((id, feed) -> feed.aside().ifPresent(much -> {
            List<SetAside> told = aside.told(much.digest());
            known.addAll(told);
            if (told.size() < much.count()) {
                untold.add(id);
            }
        }));
        return new Current(row.level(), signed, List.copyOf(known), Set.copyOf(untold));
    }

    /** What receipts of others say of how much of a feed was set aside. */
    private Stream<Map.Entry<FeedId, Aside>> asides(ScopeId scope) {
        return heads(scope).stream().filter(head -> !head.node().equals(device.id()))
                .flatMap(head -> rows.of(scope, head.node(), head.incarnation(), 0).entrySet().stream())
                .flatMap(e -> e.getValue().aside().stream().map(aside -> Map.entry(e.getKey(), aside)));
    }

    /** The pages that this node would like to have. */
    public List<RefusalPage.Wanted> wanted(ScopeId scope) {
        return asides(scope).map(e -> new RefusalPage.Wanted(e.getKey(), e.getValue().digest(), aside.told(e.getValue().digest()).size()))
                .distinct().filter(w -> asides(scope).anyMatch(e -> e.getValue().digest().equals(w.digest()) && e.getValue().count() > w.from()))
                .toList();
    }

    /** @return whether it says something new, and is what a receipt speaks of */
    public boolean keep(RefusalPage refusals) {
        return asides(refusals.feed().scope()).filter(e -> e.getKey().equals(refusals.feed())).map(Map.Entry::getValue)
                .filter(a -> a.digest().equals(refusals.digest())).findFirst().filter(a -> aside.keep(refusals, a.count())).isPresent();
    }

    public Receipt.Signed whole(Receipt.Head head) {
        return held(head.scope(), head.node(), head.incarnation()).orElseThrow();
    }

    private Receipt.Signed signed(byte[] bytes, byte[] signature) {
        Receipt.Head head = head(bytes);
        SortedMap<FeedId, Feed> feeds = rows.of(head.scope(), head.node(), head.incarnation(), 0);
        feeds.values().removeIf(feed -> feed.ends().isEmpty());
        return new Receipt.Signed(new Receipt(head.nodeKey(), head.incarnation(), head.serial(), head.scope(), feeds), bytes, signature);
    }

    private static Receipt.Head head(byte[] bytes) {
        try {
            return ReceiptForm.readHead(bytes);
        } catch (MalformedException e) {
            throw unreadable(e);
        }
    }

    private static StoreException unreadable(MalformedException e) {
        return new StoreException(StoreException.Reason.DAMAGED, "a receipt that was readable when it came", e);
    }
}
