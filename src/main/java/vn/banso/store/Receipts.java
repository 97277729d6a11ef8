package vn.banso.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.ChangeId;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.FeedId;
import vn.banso.ledger.Hash;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Receipt;
import vn.banso.ledger.ReceiptForm;
import vn.banso.ledger.Standing;
import vn.banso.ledger.Tip;
import vn.banso.register.ScopeId;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Purpose;

/** Receipts: those this node signs, and those of others that came by any road. */
final class Receipts {
    /** Serials are seconds where the clock allows, so that the receipts of a restored node come after those before. */
    private static final long LAST_SERIAL = 0xFFFF_0000L;

    private static final Comparator<Receipt.Line> ORDER = Comparator.comparing(Receipt.Line::device)
            .thenComparing(Receipt.Line::incarnation).thenComparing(Receipt.Line::number).thenComparing(Receipt.Line::tip)
            .thenComparing(Receipt.Line::applied);

    private final Db db;
    private final DeviceKeys device;
    private final Meta meta;

    Receipts(Db db, DeviceKeys device, Meta meta) {
        this.db = db;
        this.device = device;
        this.meta = meta;
    }

    /** What a receipt proves of the batches it names. */
    enum Level { CARRIED, COMMUNE, PROVINCE }

    /** A placed batch, as receipts speak of it. */
    record Placed(FeedId feed, int number, Hash hash, Hash previous, Standing standing, Optional<Integer> reason) {
        boolean settled() {
            return standing == Standing.APPLIED || standing == Standing.SET_ASIDE;
        }
    }

    List<Placed> placed(ScopeId scope) {
        return db.sql("SELECT device, incarnation, number, hash, previous, standing, reason FROM batch "
                        + "WHERE scope = ? AND standing <> 'WAITING_PREVIOUS' ORDER BY device, incarnation, number, hash").put(scope)
                .list(row -> new Placed(new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope), row.whole(3), row.hash(4),
                        row.hash(5), Standing.valueOf(row.text(6)), row.text(7) == null ? Optional.empty() : Optional.of(row.whole(7))));
    }

    /**
     * This node's newest statement of the scope; a new serial only where it says something new.
     *
     * @param tips the ends of all feeds here
     */
    Receipt.Signed sign(ScopeId scope, List<Tip> tips, long incarnation, Level level, long clockMillis) {
        List<Receipt.Line> lines = isAllSettled(scope) ? tips.stream().map(Receipts::settled).sorted(ORDER).toList()
                : lines(placed(scope)).stream().sorted(ORDER).toList();
        List<Receipt.SetAside> setAside = setAside(scope);
        Optional<Receipt.Signed> before = newest(scope, device.id()).filter(r -> r.receipt().incarnation() == incarnation);
        if (before.filter(b -> b.receipt().lines().equals(lines) && b.receipt().setAside().equals(setAside)).isPresent()) {
            return before.get();
        }
        long serial = Math.max(meta.number("serial:" + scope).orElse(0L) + 1,
                Math.clamp(clockMillis / 1000, 1L, LAST_SERIAL));
        byte[] bytes = ReceiptForm.write(new Receipt(device.signingKey(), incarnation, serial, scope, lines, setAside));
        Receipt.Signed signed = read(bytes, device.sign(Purpose.RECEIPT, bytes));
        meta.put("serial:" + scope, serial);
        keep(signed, level);
        return signed;
    }

    /** Nearly always: then nobody has to walk along the feeds. */
    private boolean isAllSettled(ScopeId scope) {
        return db.sql("SELECT count(*) FROM batch WHERE standing IN ('WAITING_GRANT', 'WAITING_KEY', 'WAITING_UPDATE') "
                + "AND standing <> 'APPLIED' AND scope = ?").put(scope).number() == 0;
    }

    private static Receipt.Line settled(Tip tip) {
        return new Receipt.Line(tip.feed().device(), tip.feed().incarnation(), tip.number(), tip.hash(), true);
    }

    /** A line per branch; where its end is not part of the register yet, one more for as far as all before it is. */
    private static List<Receipt.Line> lines(List<Placed> placed) {
        Map<Hash, Placed> byHash = new HashMap<>();
        Set<Hash> followed = new HashSet<>();
        Set<Hash> settled = new HashSet<>();
        settled.add(Hash.NONE);
        for (Placed p : placed) {
            byHash.put(p.hash(), p);
            followed.add(p.previous());
            if (p.settled() && settled.contains(p.previous())) {
                settled.add(p.hash());
            }
        }
        Set<Receipt.Line> lines = new java.util.LinkedHashSet<>();
        for (Placed p : placed) {
            if (!followed.contains(p.hash())) {
                Placed done = p;
                while (done != null && !settled.contains(done.hash())) {
                    done = byHash.get(done.previous());
                }
                if (done != p) {
                    lines.add(line(p, false));
                }
                if (done != null) {
                    lines.add(line(done, true));
                }
            }
        }
        return List.copyOf(lines);
    }

    private static Receipt.Line line(Placed p, boolean applied) {
        return new Receipt.Line(p.feed().device(), p.feed().incarnation(), p.number(), p.hash(), applied);
    }

    private List<Receipt.SetAside> setAside(ScopeId scope) {
        List<Receipt.SetAside> all = new ArrayList<>();
        db.sql("SELECT hash, reason FROM batch WHERE scope = ? AND standing = 'SET_ASIDE' AND standing <> 'APPLIED' ORDER BY hash").put(scope)
                .each(row -> all.add(new Receipt.SetAside(row.hash(1), Optional.empty(), row.whole(2))));
        db.sql("SELECT b.hash, r.change, r.reason FROM refused r JOIN batch b ON b.n = r.batch WHERE r.scope = ? "
                        + "ORDER BY b.hash, r.change").put(scope)
                .each(row -> all.add(new Receipt.SetAside(row.hash(1), Optional.of(new ChangeId(row.number(2))), row.whole(3))));
        return List.copyOf(all);
    }

    /** @return whether it is newer than what was held of that node, incarnation and scope */
    boolean keep(Receipt.Signed signed, Level level) {
        Receipt r = signed.receipt();
        return db.sql("INSERT INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET serial = excluded.serial, "
                        + "level = excluded.level, bytes = excluded.bytes, signature = excluded.signature "
                        + "WHERE excluded.serial > receipt.serial")
                .put(r.scope()).put(r.node().bytes()).put(r.incarnation()).put(r.serial()).put(level.name())
                .put(signed.bytes()).put(signed.signature()).run() > 0;
    }

    /** The newest of every node and incarnation. */
    List<Receipt.Signed> of(ScopeId scope) {
        return db.sql("SELECT bytes, signature FROM receipt WHERE scope = ?").put(scope)
                .list(row -> read(row.bytes(1), row.bytes(2)));
    }

    /** What counts of a node now: its newest receipt over all its incarnations. */
    Optional<Receipt.Signed> newest(ScopeId scope, DeviceId node) {
        return db.sql("SELECT bytes, signature FROM receipt WHERE scope = ? AND node = ? ORDER BY serial DESC LIMIT 1").put(scope)
                .put(node.bytes()).first(row -> read(row.bytes(1), row.bytes(2)));
    }

    record Current(Level level, Receipt.Signed signed) {}

    /** What counts of one node, and what it is worth. */
    Optional<Current> current(ScopeId scope, DeviceId node) {
        return db.sql("SELECT level, bytes, signature FROM receipt WHERE scope = ? AND node = ? ORDER BY serial DESC LIMIT 1").put(scope)
                .put(node.bytes()).first(row -> new Current(Level.valueOf(row.text(1)), read(row.bytes(2), row.bytes(3))));
    }

    /** The receipts that count now, one of each node. */
    List<Current> current(ScopeId scope) {
        Map<DeviceId, Current> newest = new HashMap<>();
        db.sql("SELECT node, level, bytes, signature FROM receipt WHERE scope = ? ORDER BY serial").put(scope)
                .each(row -> newest.put(DeviceId.of(row.bytes(1)),
                        new Current(Level.valueOf(row.text(2)), read(row.bytes(3), row.bytes(4)))));
        return List.copyOf(newest.values());
    }

    private static Receipt.Signed read(byte[] bytes, byte[] signature) {
        try {
            return ReceiptForm.signed(bytes, signature);
        } catch (MalformedException e) {
            throw new StoreException(StoreException.Reason.DAMAGED, "a receipt that was readable when it came", e);
        }
    }
}
