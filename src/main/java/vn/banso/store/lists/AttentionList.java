package vn.banso.store.lists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Incarnations;
import vn.banso.store.batches.Meta;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;
import vn.banso.trust.governance.RecoveryAct;

/** Gathers what people should look at. */
public final class AttentionList {
    private static final long BEHIND = Duration.ofDays(1).toSeconds();
    private static final long AHEAD = Duration.ofDays(400).toSeconds();

    /** Feeds with two batches of one number. Such a feed has several ends, or a batch that waits for another before it: only those are looked at. */
    static final String FORKS = """
            SELECT f.scope, (SELECT count(*) FROM (SELECT 1 FROM batch b WHERE b.scope = f.scope AND b.device = f.device
                AND b.incarnation = f.incarnation GROUP BY b.number HAVING count(*) > 1)) AS many
            FROM (SELECT scope, device, incarnation FROM feed_end GROUP BY scope, device, incarnation HAVING count(*) > 1
                UNION SELECT scope, device, incarnation FROM batch WHERE standing = 'WAITING_PREVIOUS' AND standing <> 'APPLIED') f
            WHERE many > 0""";

    private final NodeContext in;
    private final DuplicateFinder duplicates;
    private final TrustState trusted;
    private final Incarnations incarnations;
    private final Orphans orphans;

    public AttentionList(NodeContext in, DuplicateFinder duplicates, TrustState trusted) {
        this.in = in;
        this.trusted = trusted;
        this.duplicates = duplicates;
        this.incarnations = new Incarnations(in.meta, in.self());
        this.orphans = new Orphans(in);
    }

    /** What takes long for the first time, outside the node's lock. */
    public void prepare(NodeLock door) {
        duplicates.prepare(door);
    }

    /** @param open whether what waits for a scope can be sealed */
    public List<Attention> gather(Predicate<ScopeId> open) {
        List<Attention> all = new ArrayList<>();
        in.db.sql("SELECT scope, id, type FROM entry WHERE flags >= 16 ORDER BY scope, id")
                .list(row -> Attention.entry(Kind.CONFLICT, row.scope(1), row.entry(2), row.whole(3))).stream()
                .filter(a -> in.entries.state(a.scope().orElseThrow(), a.entry().orElseThrow(), a.type()).filter(Orphans::isOnlyLeftBehind).isEmpty())
                .forEach(all::add);
        all.addAll(duplicates.pairs());
        all.addAll(orphans.gather());
        setAside(all);
        waiting(all, Kind.GAP, "'WAITING_PREVIOUS'");
        waiting(all, Kind.WAITING, "'WAITING_GRANT', 'WAITING_UPDATE'");
        forks(all);
        in.own.scopes().stream().filter(open.negate())
                .forEach(scope -> all.add(Attention.scope(Kind.UNSEALED, scope, in.own.count(scope))));
        helped(all);
        if (isClockFarOff()) {
            all.add(new Attention(Kind.CLOCK, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty(), 1, Optional.empty()));
        }
        return all;
    }

    private void helped(List<Attention> all) {
        List<RecoveryAct> acts = trusted.grants().recoveries(in.self());
        long fresh = acts.size() - in.meta.number(Meta.HELP_KNOWN).orElse(0L);
        if (fresh > 0) {
            all.add(new Attention(Kind.HELPED, Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty(), fresh, Optional.of(acts.getLast().officer())));
        }
    }

    private void setAside(List<Attention> all) {
        in.db.sql("SELECT scope, device, count(*) FROM batch WHERE standing = 'SET_ASIDE' AND reason = ? GROUP BY scope, device").put(Reason.REVOKED.number())
                .each(row -> all.add(Attention.scope(Kind.REVOKED, row.scope(1), row.number(3)).because(Reason.REVOKED).by(DeviceId.of(row.bytes(2)))));
        in.db.sql("SELECT scope, reason, count(*) FROM batch WHERE standing = 'SET_ASIDE' AND reason <> ? GROUP BY scope, reason").put(Reason.REVOKED.number())
                .each(row -> all.add(Attention.scope(Kind.SET_ASIDE, row.scope(1), row.number(3)).because(reason(row.whole(2)))));
        in.db.sql("SELECT scope, id, type, reason FROM refused ORDER BY scope, id")
                .each(row -> all.add(Attention.entry(Kind.SET_ASIDE, row.scope(1), row.entry(2), row.whole(3))
                        .because(reason(row.whole(4)))));
    }

    private static Reason reason(int number) {
        return Reason.of(number).orElse(Reason.DAMAGED);
    }

    private void waiting(List<Attention> all, Kind kind, String standings) {
        in.db.sql("SELECT scope, count(*) FROM batch WHERE standing IN (" + standings + ") AND standing <> 'APPLIED' "
                        + "GROUP BY scope, device, incarnation")
                .each(row -> all.add(Attention.scope(kind, row.scope(1), row.number(2))));
    }

    private void forks(List<Attention> all) {
        in.db.sql(FORKS).each(row -> all.add(Attention.scope(Kind.FORK, row.scope(1), row.number(2))));
    }

    /** Others' receipts carry the second of their signing as their serial; one of them alone may be wrong too. */
    private boolean isClockFarOff() {
        long newest = in.db.sql("SELECT node, incarnation, max(serial) FROM receipt WHERE node <> ? GROUP BY node, incarnation").put(in.self().bytes())
                .list(row -> incarnations.mayCount(DeviceId.of(row.bytes(1)), row.number(2)) ? row.number(3) : 0L)
                .stream().mapToLong(Long::longValue).max().orElse(0);
        long now = in.clock().millis() / 1000;
        return newest > 0 && (now < newest - BEHIND || now > newest + AHEAD);
    }
}
