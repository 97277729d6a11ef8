package vn.banso.store.upkeep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.SqlShelf;
import vn.banso.store.batches.StoredOpener;
import vn.banso.store.engine.Sql;
import vn.banso.store.node.NodeContext;
import vn.banso.trust.crypto.Redactions;

/** Looks a store through: the file, the chains, and whether the register is what the ledger folds to. */
final class Checking {
    /** This many states are folded at a time, so that a province's store fits into a laptop's memory. */
    private static final int AT_ONCE = 40_000;
    private static final String BATCHES = "SELECT header, signature, body, n FROM batch WHERE scope = ";

    private final NodeContext in;
    private long brokenBatches;
    private long wrongEntries;
    private long batches;

    Checking(NodeContext in) {
        this.in = in;
    }

    Checkup look() {
        List<String> faults = in.db.faults();
        in.shelf.scopes().forEach(this::chains);
        long entries = in.db.sql("SELECT count(*) FROM entry").number();
        in.db.sql("SELECT scope, count(*) FROM entry GROUP BY scope").list(row -> Map.entry(row.scope(1), row.number(2)))
                .forEach(e -> refold(e.getKey(), (int) (1 + e.getValue() / AT_ONCE)));
        return new Checkup(faults, brokenBatches, wrongEntries, 0, batches, entries);
    }

    private void chains(ScopeId scope) {
        each(scope, "", batch -> {
            batches++;
            boolean genuine = StoredOpener.isRedacted(batch) ? isExplained(batch) : in.stored.genuine(batch);
            Hash previous = batch.header().previous();
            boolean placed = in.shelf.standing(batch.hash()).orElseThrow().placed();
            boolean chained = !placed || batch.header().number() == 1 && previous.equals(Hash.NONE)
                    || in.shelf.get(previous).filter(p -> p.feed().equals(batch.feed())
                            && p.header().number() == batch.header().number() - 1).isPresent();
            if (!genuine || !chained) {
                brokenBatches++;
            }
        });
    }

    /** Where something was taken out of the ledger that nobody erased, the register must not be made to follow it. */
    private boolean isExplained(Batch batch) {
        return in.stored.redaction(batch.hash()).filter(Redactions::isGenuine)
                .filter(r -> in.shelf.standing(batch.hash()).orElseThrow() != BatchStatus.APPLIED || in.stored.isExplained(r)).isPresent();
    }

    private void each(ScopeId scope, String where, Consumer<Batch> look) {
        Sql walk = in.db.fresh(BATCHES + scope.value() + where);
        walk.each(row -> look.accept(SqlShelf.batch(row)));
        walk.close();
    }

    private record Key(EntryId id, int type) {}

    /** Folds the scope part by part, an entry's part following from its id. */
    private void refold(ScopeId scope, int parts) {
        for (int part = 0; part < parts; part++) {
            int here = part;
            Map<Key, EntryState> states = new HashMap<>();
            each(scope, " AND standing = 'APPLIED'", batch -> {
                if (in.stored.open(batch) instanceof Opener.Opened.Changes opened) {
                    SortedMap<ChangeId, Reason> refused = in.shelf.refused(batch.hash());
                    opened.changes().stream().filter(c -> isIn(c.entry(), here, parts) && !refused.containsKey(c.id()))
                            .forEach(c -> fold(states, c));
                }
            });
            in.own.of(scope).stream().filter(c -> isIn(c.entry(), here, parts)).forEach(c -> fold(states, c));
            wrongEntries += states.values().stream().filter(s -> !in.entries.holds(scope, s)).count();
            wrongEntries += in.db.sql("SELECT id, type FROM entry WHERE scope = ?").put(scope)
                    .list(row -> new Key(row.entry(1), row.whole(2))).stream()
                    .filter(k -> isIn(k.id(), here, parts) && !states.containsKey(k)).count();
        }
    }

    private static boolean isIn(EntryId id, int part, int parts) {
        return Long.remainderUnsigned(id.lo(), parts) == part;
    }

    private static void fold(Map<Key, EntryState> states, Change change) {
        states.merge(new Key(change.entry(), change.type()), EntryState.empty(change.type(), change.entry()).apply(change),
                (before, _) -> before.apply(change));
    }
}
