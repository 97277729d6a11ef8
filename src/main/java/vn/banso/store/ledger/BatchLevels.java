package vn.banso.store.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.parcel.Receipt.Line;
import vn.banso.ledger.parcel.RefusalPage.SetAside;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Receipts;
import vn.banso.store.batches.Receipts.Current;
import vn.banso.store.batches.RecordState;
import vn.banso.store.engine.ResultRow;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;

/**
 * Keeps how far every batch has come: by what this node is and did, and by what the receipts of others say. A receipt costs what it
 * says that the one before did not, mostly the new end of a few feeds.
 */
final class BatchLevels {
    private final NodeContext in;
    private final Receipts receipts;
    private final TrustState trusted;
    /** Ends that receipts name and that have not come yet, and batches of which they set changes aside that nobody can read here yet. */
    private final Map<ScopeId, Set<Hash>> expected = new HashMap<>();

    BatchLevels(NodeContext in, Receipts receipts, TrustState trusted) {
        this.in = in;
        this.receipts = receipts;
        this.trusted = trusted;
        in.shelf.watch(this::put);
        trusted.whenGranted(this::granted);
    }

    /** The receipts of others that count. */
    List<Current> heard(ScopeId scope) {
        return receipts.current(scope).stream().filter(c -> !c.signed().receipt().node().equals(in.self())
                && trusted.grants().isLive(c.signed().receipt().node(), scope)).toList();
    }

    private void put(Batch batch, long n, BatchStatus standing) {
        ScopeId scope = batch.header().scope();
        in.db.sql("INSERT OR IGNORE INTO batch_level VALUES (?, 0, 0)").put(n).run();
        here(scope, n, standing);
        if (expected.computeIfAbsent(scope, _ -> expectedBefore(batch)).contains(batch.hash())) {
            in.reached.forget(scope);
            recount(scope, heard(scope), Set.of(batch.feed()));
        }
    }

    private Set<Hash> expectedBefore(Batch batch) {
        ScopeId scope = batch.header().scope();
        in.db.afterRollback(() -> expected.remove(scope));
        Set<Hash> all = new HashSet<>();
        for (Current current : heard(scope)) {
            current.signed().receipt().lines().stream().map(Line::tip)
                    .filter(tip -> tip.equals(batch.hash()) || in.shelf.standing(tip).filter(BatchStatus::placed).isEmpty()).forEach(all::add);
            asideAlone(current).stream().map(SetAside::batch)
                    .filter(hash -> hash.equals(batch.hash()) || in.shelf.standing(hash).filter(BatchStatus.APPLIED::equals).isEmpty())
                    .forEach(all::add);
        }
        return all;
    }

    /** This node has given the batch to somebody. */
    void handed(Batch batch) {
        if (in.db.sql("UPDATE batch SET handed = 1 WHERE hash = ? AND handed = 0").put(batch.hash().bytes()).run() > 0) {
            here(batch.header().scope(), in.shelf.number(batch.hash()), in.shelf.standing(batch.hash()).orElseThrow());
        }
    }

    private void here(ScopeId scope, long n, BatchStatus standing) {
        boolean handed = in.db.sql("SELECT handed FROM batch WHERE n = ?").put(n).number() == 1;
        RecordState own = standing != BatchStatus.APPLIED ? RecordState.HERE : switch (trusted.level(in.self(), scope)) {
            case CARRIED -> RecordState.HERE;
            case COMMUNE -> RecordState.COMMUNE;
            case PROVINCE -> RecordState.PROVINCE;
        };
        int level = Math.max(own.ordinal(), handed ? RecordState.HANDED_OVER.ordinal() : 0);
        if (in.db.sql("UPDATE batch_level SET here = ? WHERE batch = ? AND here <> ?").put(level).put(n).put(level).run() > 0) {
            in.reached.moved(scope, n);
        }
    }

    /** Some devices may other things than before. */
    private void granted(Set<DeviceId> devices) {
        if (devices.contains(in.self())) {
            in.shelf.scopes().forEach(this::recount);
            return;
        }
        in.db.sql("SELECT DISTINCT scope, node FROM receipt").list(row -> Map.entry(row.scope(1), DeviceId.of(row.bytes(2)))).stream()
                .filter(e -> devices.contains(e.getValue())).map(Map.Entry::getKey).distinct().forEach(this::recount);
    }

    /** All of a scope anew. */
    void recount(ScopeId scope) {
        expected.remove(scope);
        in.reached.forget(scope);
        in.db.sql("SELECT n, standing FROM batch WHERE scope = ?").put(scope).list(row -> Map.entry(row.number(1), row.text(2)))
                .forEach(e -> here(scope, e.getKey(), BatchStatus.valueOf(e.getValue())));
        Set<FeedId> feeds = new HashSet<>();
        in.ends.of(scope).forEach(tip -> feeds.add(tip.feed()));
        recount(scope, heard(scope), feeds);
    }

    /** Another receipt of a node counts now than before. */
    void heard(ScopeId scope, Optional<Current> before, Current now) {
        expected.remove(scope);
        if (!before.map(BatchLevels::asideAlone).orElse(Set.of()).equals(asideAlone(now))) {
            in.reached.forget(scope);
        }
        Map<FeedId, Set<Line>> was = before.map(BatchLevels::byFeed).orElse(Map.of());
        Map<FeedId, Set<Line>> is = byFeed(now);
        boolean worthTheSame = before.filter(b -> b.level() != now.level()).isEmpty();
        Set<Hash> moved = new HashSet<>(now.asideWhole());
        before.ifPresent(b -> b.asideWhole().forEach(hash -> {
            if (!moved.remove(hash)) {
                moved.add(hash);
            }
        }));
        Set<FeedId> again = moved.stream().flatMap(hash -> in.shelf.get(hash).stream()).map(Batch::feed).collect(Collectors.toSet());
        was.keySet().stream().filter(feed -> !is.containsKey(feed)).forEach(again::add);
        // Of a feed of which it was not told yet what was set aside, or is not told any more, all is looked at.
        again.addAll(now.untold());
        before.ifPresent(b -> again.addAll(b.untold()));
        Set<Hash> aside = now.asideWhole();
        is.forEach((feed, lines) -> {
            Set<Line> old = was.getOrDefault(feed, Set.of());
            if (!worthTheSame || !old.equals(lines) && !again.contains(feed) && !goesOn(scope, old, lines, aside, now)) {
                again.add(feed);
            }
        });
        if (!again.isEmpty()) {
            recount(scope, heard(scope), again);
        }
    }

    /** Nearly always a feed only has a later end: then only what lies between is looked at. */
    private boolean goesOn(ScopeId scope, Set<Line> old, Set<Line> lines, Set<Hash> aside, Current now) {
        if (old.size() > 1 || lines.size() != 1) {
            return false;
        }
        Line end = lines.iterator().next();
        if (old.stream().anyMatch(line -> line.applied() != line.number()) || end.applied() != end.number()) {
            return false;
        }
        Hash stop = old.stream().map(Line::tip).findFirst().orElse(Hash.NONE);
        List<Link> between = new ArrayList<>();
        Hash next = end.tip();
        while (!next.equals(stop)) {
            Optional<Link> at = link(next);
            if (at.isEmpty()) {
                // The end is not here yet, or the end before is not on the way: the feed forked.
                return between.isEmpty() && old.isEmpty();
            }
            between.add(at.get());
            next = at.get().previous();
        }
        for (Link link : between) {
            int told = now.proves(end, link.number(), aside, link.hash()).ordinal();
            if (link.told() < told) {
                tell(scope, link, told);
            }
        }
        return true;
    }

    private Optional<Link> link(Hash hash) {
        return in.db.sql("SELECT b.n, b.number, b.hash, b.previous, l.told FROM batch b JOIN batch_level l ON l.batch = b.n "
                + "WHERE b.hash = ? AND b.standing <> 'WAITING_PREVIOUS'").put(hash.bytes()).first(BatchLevels::link);
    }

    private static Link link(ResultRow row) {
        return new Link(row.number(1), row.whole(2), row.hash(3), row.hash(4), row.whole(5));
    }

    private record Link(long n, int number, Hash hash, Hash previous, int told) {}

    /** Whole feeds, against all receipts. */
    private void recount(ScopeId scope, List<Current> heard, Collection<FeedId> feeds) {
        record Told(Current by, Set<Hash> aside, Map<FeedId, Set<Line>> lines) {}
        List<Told> all = heard.stream().map(c -> new Told(c, c.asideWhole(), byFeed(c))).toList();
        for (FeedId feed : feeds) {
            Map<Hash, Link> links = new HashMap<>();
            in.db.sql("SELECT b.n, b.number, b.hash, b.previous, l.told FROM batch b JOIN batch_level l ON l.batch = b.n "
                            + "WHERE b.scope = ? AND b.device = ? AND b.incarnation = ? AND b.standing <> 'WAITING_PREVIOUS'")
                    .put(scope).put(feed.device().bytes()).put(feed.incarnation()).list(BatchLevels::link)
                    .forEach(link -> links.put(link.hash(), link));
            Map<Hash, Integer> told = new HashMap<>();
            all.forEach(by -> by.lines().getOrDefault(feed, Set.of())
                    .forEach(line -> walk(line, by.aside(), by.by(), links, told)));
            links.values().stream().filter(link -> link.told() != told.getOrDefault(link.hash(), 0))
                    .forEach(link -> tell(scope, link, told.getOrDefault(link.hash(), 0)));
        }
    }

    /** Every batch up to the end that the receipt names, as far as it says that it counts there. */
    private static void walk(Line line, Set<Hash> aside, Current by, Map<Hash, Link> links, Map<Hash, Integer> told) {
        for (Link at = links.get(line.tip()); at != null; at = links.get(at.previous())) {
            told.merge(at.hash(), by.proves(line, at.number(), aside, at.hash()).ordinal(), Math::max);
        }
    }

    private void tell(ScopeId scope, Link link, int told) {
        in.db.sql("UPDATE batch_level SET told = ? WHERE batch = ?").put(told).put(link.n()).run();
        in.reached.moved(scope, link.n());
    }

    private static Set<SetAside> asideAlone(Current current) {
        return current.setAside().stream().filter(a -> a.change().isPresent()).collect(Collectors.toSet());
    }

    private static Map<FeedId, Set<Line>> byFeed(Current current) {
        return current.signed().receipt().lines().stream().collect(Collectors.groupingBy(
                l -> new FeedId(l.device(), l.incarnation(), current.signed().receipt().scope()), Collectors.toSet()));
    }
}
