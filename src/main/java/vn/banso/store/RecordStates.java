package vn.banso.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.Change;
import vn.banso.ledger.ChangeId;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Opener;
import vn.banso.ledger.Receipt;
import vn.banso.ledger.Standing;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.store.Receipts.Level;

/** Tells of every record how far it has come, from signed receipts and from what this machine itself did. */
final class RecordStates {
    private final Inside in;
    private final Receipts receipts;
    private final Trusted trusted;

    RecordStates(Inside in, Receipts receipts, Trusted trusted) {
        this.in = in;
        this.receipts = receipts;
        this.trusted = trusted;
    }

    /** How many records of these communes stand in each state. */
    Map<RecordState, Long> count(Set<ScopeId> scopes) {
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        for (RecordState state : RecordState.values()) {
            counts.put(state, 0L);
        }
        counts.put(RecordState.DRAFT, in.db.sql("SELECT count(*) FROM draft").number());
        for (ScopeId scope : scopes) {
            fill(scope);
            in.db.sql("""
                    SELECT least, count(*) FROM (
                        SELECT min(level) AS least FROM (
                            SELECT t.id, l.level FROM touch t JOIN temp.level l ON l.batch = t.batch WHERE t.scope = ?1
                            UNION ALL SELECT id, 1 FROM own WHERE scope = ?1
                            UNION ALL SELECT id, level FROM temp.aside)
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
                    UNION ALL SELECT level FROM temp.aside WHERE id = ?2)""").put(scope).put(id)
                .first(row -> row.number(2) == 0 ? null : RecordState.values()[row.whole(1)]);
    }

    /** Writes down, for this connection alone, how far each batch of the scope has come. */
    private void fill(ScopeId scope) {
        in.db.exec("CREATE TEMP TABLE IF NOT EXISTS level (batch INTEGER PRIMARY KEY, level INTEGER NOT NULL);"
                + "CREATE TEMP TABLE IF NOT EXISTS aside (id BLOB NOT NULL, level INTEGER NOT NULL);"
                + "DELETE FROM temp.level; DELETE FROM temp.aside");
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
        for (Receipts.Current current : receipts.current(scope)) {
            Receipt receipt = current.signed().receipt();
            if (!receipt.node().equals(in.self()) && trusted.grants().isLive(receipt.node(), scope)) {
                Set<Hash> aside = new HashSet<>();
                receipt.setAside().stream().filter(a -> a.change().isEmpty()).forEach(a -> aside.add(a.batch()));
                receipt.lines().forEach(line -> walk(line, aside, current.level(), placed, levels));
                receipt.setAside().forEach(a -> a.change().ifPresent(c -> aside(a.batch(), c)));
            }
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
    private void aside(Hash hash, ChangeId change) {
        List<EntryId> entries = new ArrayList<>();
        in.shelf.get(hash).map(in.stored::open).filter(Opener.Opened.Changes.class::isInstance)
                .map(Opener.Opened.Changes.class::cast).ifPresent(o -> o.changes().stream().filter(c -> c.id().equals(change))
                        .map(Change::entry).forEach(entries::add));
        entries.forEach(id -> in.db.sql("INSERT INTO temp.aside VALUES (?, ?)").put(id)
                .put(RecordState.HANDED_OVER.ordinal()).run());
    }
}
