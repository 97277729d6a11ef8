package vn.banso.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.Change;
import vn.banso.ledger.ChangeId;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Opener;
import vn.banso.ledger.Receipt;
import vn.banso.ledger.Standing;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.store.Receipts.Level;
import vn.banso.store.Whereabouts.Proof;

/** Tells of every record how far it has come, from signed receipts and from what this machine itself did. */
final class RecordStates {
    private final Inside in;
    private final Receipts receipts;
    private final Trusted trusted;
    private final Set<ScopeId> filled = new HashSet<>();
    private final Map<ScopeId, Map<EntryId, RecordState>> known = new HashMap<>();
    private Map<RecordState, Long> counted = Map.of();
    private Set<ScopeId> countedOf = Set.of();
    private long filledAfter = -1;

    RecordStates(Inside in, Receipts receipts, Trusted trusted) {
        this.in = in;
        this.receipts = receipts;
        this.trusted = trusted;
    }

    /** How many records of these communes stand in each state. */
    Map<RecordState, Long> count(Set<ScopeId> scopes) {
        forgetIfWritten();
        if (counted.isEmpty() || !countedOf.equals(scopes)) {
            counted = counted(scopes);
            countedOf = Set.copyOf(scopes);
        }
        return new EnumMap<>(counted);
    }

    private Map<RecordState, Long> counted(Set<ScopeId> scopes) {
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        for (RecordState state : RecordState.values()) {
            counts.put(state, 0L);
        }
        counts.put(RecordState.DRAFT, in.db.sql("SELECT count(DISTINCT form) FROM draft").number());
        for (ScopeId scope : scopes) {
            fill(scope);
            in.db.sql("""
                    SELECT least, count(*) FROM (
                        SELECT min(level) AS least FROM (
                            SELECT t.id, l.level FROM touch t JOIN temp.level l ON l.batch = t.batch WHERE t.scope = ?1
                            UNION ALL SELECT id, 1 FROM own WHERE scope = ?1
                            UNION ALL SELECT id, level FROM temp.aside WHERE scope = ?1)
                        GROUP BY id)
                    GROUP BY least""").put(scope)
                    .each(row -> counts.merge(RecordState.values()[row.whole(1)], row.number(2), Long::sum));
        }
        return counts;
    }

    /** Of one record. */
    Optional<RecordState> of(ScopeId scope, EntryId id) {
        fill(scope);
        return in.db.sql("""
                SELECT min(level), count(*) FROM (
                    SELECT l.level FROM touch t JOIN temp.level l ON l.batch = t.batch WHERE t.scope = ?1 AND t.id = ?2
                    UNION ALL SELECT 1 FROM own WHERE scope = ?1 AND id = ?2
                    UNION ALL SELECT level FROM temp.aside WHERE scope = ?1 AND id = ?2)""").put(scope).put(id)
                .first(row -> row.number(2) == 0 ? null : RecordState.values()[row.whole(1)]);
    }

    /** How far a household and its people have come together. */
    record Least(RecordState state, boolean needsLook) {}

    Least least(ScopeId scope, EntryId household, List<EntryId> people) {
        RecordState least = RecordState.PROVINCE;
        boolean look = false;
        for (int i = -1; i < people.size(); i++) {
            EntryId id = i < 0 ? household : people.get(i);
            RecordState here = isDraft(scope, id) ? RecordState.DRAFT : of(scope, id).orElse(RecordState.HERE);
            least = here.compareTo(least) < 0 ? here : least;
            look |= in.db.sql("SELECT count(*) FROM entry WHERE scope = ? AND id = ? AND flags >= 16").put(scope).put(id).number() > 0;
        }
        return new Least(least, look);
    }

    private boolean isDraft(ScopeId scope, EntryId id) {
        return in.db.sql("SELECT count(*) FROM draft WHERE scope = ? AND id = ?").put(scope).put(id).number() > 0;
    }

    /** The state alone of a household and its people, for walks over many: all of a commune are looked up at once. */
    RecordState leastOfMany(ScopeId scope, EntryId household, List<EntryId> people) {
        forgetIfWritten();
        Map<EntryId, RecordState> all = known.computeIfAbsent(scope, this::all);
        RecordState least = all.getOrDefault(household, RecordState.HERE);
        for (EntryId id : people) {
            RecordState here = all.getOrDefault(id, RecordState.HERE);
            least = here.compareTo(least) < 0 ? here : least;
        }
        return least;
    }

    private Map<EntryId, RecordState> all(ScopeId scope) {
        fill(scope);
        Map<EntryId, RecordState> all = new HashMap<>();
        in.db.sql("""
                SELECT id, min(level) FROM (
                    SELECT t.id, l.level FROM touch t JOIN temp.level l ON l.batch = t.batch WHERE t.scope = ?1
                    UNION ALL SELECT id, 1 FROM own WHERE scope = ?1
                    UNION ALL SELECT id, 0 FROM draft WHERE scope = ?1
                    UNION ALL SELECT id, level FROM temp.aside WHERE scope = ?1)
                GROUP BY id""").put(scope).each(row -> all.put(row.entry(1), RecordState.values()[row.whole(2)]));
        return all;
    }

    /** How far the batches of a scope have come, and the newest receipt of a commune and of the province that says so of each. */
    record OfBatches(Map<Hash, Integer> levels, Map<Hash, Proof> communes, Map<Hash, Proof> provinces) {
        RecordState state(Hash batch) {
            return RecordState.values()[levels.getOrDefault(batch, RecordState.HERE.ordinal())];
        }
    }

    OfBatches ofBatches(ScopeId scope) {
        forgetIfWritten();
        OfBatches of = new OfBatches(levels(scope, trusted.level(in.self(), scope)), new HashMap<>(), new HashMap<>());
        Map<Hash, Receipts.Placed> placed = new HashMap<>();
        receipts.placed(scope).forEach(p -> placed.put(p.hash(), p));
        for (Receipts.Current current : heard(scope)) {
            Receipt receipt = current.signed().receipt();
            Map<Hash, Integer> raised = new HashMap<>();
            receipt.lines().forEach(line -> walk(line, asideWhole(receipt), current.level(), placed, raised));
            Proof proof = new Proof(receipt.node(), Instant.ofEpochSecond(receipt.serial()));
            Map<Hash, Proof> proofs = current.level() == Level.PROVINCE ? of.provinces() : of.communes();
            raised.forEach((hash, level) -> {
                if (level > RecordState.HANDED_OVER.ordinal()) {
                    proofs.merge(hash, proof, (a, b) -> a.at().isAfter(b.at()) ? a : b);
                }
            });
        }
        return of;
    }

    /** The receipts of others that count. */
    private List<Receipts.Current> heard(ScopeId scope) {
        return receipts.current(scope).stream().filter(c -> !c.signed().receipt().node().equals(in.self())
                && trusted.grants().isLive(c.signed().receipt().node(), scope)).toList();
    }

    private static Set<Hash> asideWhole(Receipt receipt) {
        return receipt.setAside().stream().filter(a -> a.change().isEmpty()).map(Receipt.SetAside::batch).collect(Collectors.toSet());
    }

    /** What was found out holds until a row is written, whosever. */
    private void forgetIfWritten() {
        if (writtenRows() != filledAfter) {
            filled.clear();
            known.clear();
            counted = Map.of();
            in.db.exec("CREATE TEMP TABLE IF NOT EXISTS level (batch INTEGER PRIMARY KEY, level INTEGER NOT NULL);"
                    + "CREATE TEMP TABLE IF NOT EXISTS aside (scope INTEGER NOT NULL, id BLOB NOT NULL, level INTEGER NOT NULL);"
                    + "DELETE FROM temp.level; DELETE FROM temp.aside");
            filledAfter = writtenRows();
        }
    }

    /** How many rows this connection has written so far: while it stays the same, nothing here is another. */
    long writtenRows() {
        return in.db.sql("SELECT total_changes()").number();
    }

    /** Writes down, for this connection alone, how far each batch of the scope has come. */
    private void fill(ScopeId scope) {
        forgetIfWritten();
        if (filled.add(scope)) {
            write(scope);
            filledAfter = writtenRows();
        }
    }

    private void write(ScopeId scope) {
        Map<Hash, Integer> levels = levels(scope, trusted.level(in.self(), scope));
        in.db.commit(() -> in.db.fresh("SELECT n, hash FROM batch WHERE scope = " + scope.value())
                .each(row -> in.db.sql("INSERT INTO temp.level VALUES (?, ?)").put(row.number(1))
                        .put(levels.getOrDefault(row.hash(2), RecordState.HERE.ordinal())).run()));
    }

    private Map<Hash, Integer> levels(ScopeId scope, Level self) {
        Map<Hash, Receipts.Placed> placed = new HashMap<>();
        receipts.placed(scope).forEach(p -> placed.put(p.hash(), p));
        Map<Hash, Integer> levels = new HashMap<>();
        in.db.sql("SELECT hash FROM batch WHERE scope = ? AND handed = 1").put(scope)
                .each(row -> levels.put(row.hash(1), RecordState.HANDED_OVER.ordinal()));
        placed.values().forEach(p -> levels.merge(p.hash(), own(p, self).ordinal(), Math::max));
        for (Receipts.Current current : heard(scope)) {
            Receipt receipt = current.signed().receipt();
            receipt.lines().forEach(line -> walk(line, asideWhole(receipt), current.level(), placed, levels));
            receipt.setAside().forEach(a -> a.change().ifPresent(c -> aside(scope, a.batch(), c)));
        }
        return levels;
    }

    private RecordState own(Receipts.Placed p, Level self) {
        if (p.standing() != Standing.APPLIED) {
            return RecordState.HERE;
        }
        return switch (self) {
            case CARRIED -> RecordState.HERE;
            case COMMUNE -> RecordState.COMMUNE;
            case PROVINCE -> RecordState.PROVINCE;
        };
    }

    /** Raises every batch up to the tip, as far as the receipt says that it counts there. */
    private static void walk(Receipt.Line line, Set<Hash> aside, Level level, Map<Hash, Receipts.Placed> placed,
                             Map<Hash, Integer> levels) {
        RecordState proven = !line.applied() || level == Level.CARRIED ? RecordState.HANDED_OVER
                : level == Level.COMMUNE ? RecordState.COMMUNE : RecordState.PROVINCE;
        Receipts.Placed at = placed.get(line.tip());
        while (at != null) {
            RecordState state = aside.contains(at.hash()) ? RecordState.HANDED_OVER : proven;
            levels.merge(at.hash(), state.ordinal(), Math::max);
            at = placed.get(at.previous());
        }
    }

    /** A change that a node has but did not count keeps its record from being called received. */
    private void aside(ScopeId scope, Hash hash, ChangeId change) {
        List<EntryId> entries = new ArrayList<>();
        in.shelf.get(hash).map(in.stored::open).filter(Opener.Opened.Changes.class::isInstance)
                .map(Opener.Opened.Changes.class::cast).ifPresent(o -> o.changes().stream().filter(c -> c.id().equals(change))
                        .map(Change::entry).forEach(entries::add));
        entries.forEach(id -> in.db.sql("INSERT INTO temp.aside VALUES (?, ?, ?)").put(scope).put(id)
                .put(RecordState.HANDED_OVER.ordinal()).run());
    }
}
