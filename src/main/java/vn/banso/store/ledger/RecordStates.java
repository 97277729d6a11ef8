package vn.banso.store.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.PlacedBatch;
import vn.banso.store.batches.Receipts;
import vn.banso.store.batches.Receipts.Current;
import vn.banso.store.batches.Receipts.Level;
import vn.banso.store.batches.RecordState;
import vn.banso.store.ledger.Whereabouts.Proof;
import vn.banso.store.node.NodeContext;

/** Tells of every record how far it has come, from signed receipts and from what this machine itself did. */
public final class RecordStates {
    private final NodeContext in;
    private final Receipts receipts;
    private final BatchLevels levels;
    private final Map<ScopeId, Map<EntryId, RecordState>> known = new HashMap<>();
    private long knownAfter = -1;

    RecordStates(NodeContext in, Receipts receipts, BatchLevels levels) {
        this.in = in;
        this.receipts = receipts;
        this.levels = levels;
        in.reached.withAsides(this::fillAsides);
    }

    /** How many records of these communes stand in each state. */
    Map<RecordState, Long> count(Set<ScopeId> scopes) {
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        for (RecordState state : RecordState.values()) {
            counts.put(state, 0L);
        }
        counts.put(RecordState.DRAFT, in.db.sql("SELECT count(*) FROM (SELECT DISTINCT scope, form FROM draft)").number());
        scopes.forEach(scope -> in.reached.count(scope).forEach((state, many) -> counts.merge(state, many, Long::sum)));
        return counts;
    }

    /** Of one record. */
    Optional<RecordState> of(ScopeId scope, EntryId id) {
        return in.reached.of(scope, id);
    }

    /** How far a household and its people have come together. */
    public record Least(RecordState state, boolean needsLook) {}

    public Least least(ScopeId scope, EntryId household, List<EntryId> people) {
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
    public RecordState leastOfMany(ScopeId scope, EntryId household, List<EntryId> people) {
        if (writtenRows() != knownAfter) {
            known.clear();
        }
        Map<EntryId, RecordState> all = known.computeIfAbsent(scope, this::all);
        knownAfter = writtenRows();
        RecordState least = all.getOrDefault(household, RecordState.HERE);
        for (EntryId id : people) {
            RecordState here = all.getOrDefault(id, RecordState.HERE);
            least = here.compareTo(least) < 0 ? here : least;
        }
        return least;
    }

    private Map<EntryId, RecordState> all(ScopeId scope) {
        Map<EntryId, RecordState> all = in.reached.all(scope);
        in.db.sql("SELECT id FROM draft WHERE scope = ?").put(scope).each(row -> all.put(row.entry(1), RecordState.DRAFT));
        return all;
    }

    /** How many rows this connection has written so far: while it stays the same, no list is another. */
    public long writtenRows() {
        in.reached.settle();
        return in.db.sql("SELECT total_changes()").number();
    }

    /** How far the batches of a scope have come, and the newest receipt of a commune and of the province that says so of each. */
    record OfBatches(Map<Hash, Integer> levels, Map<Hash, Proof> communes, Map<Hash, Proof> provinces) {
        RecordState state(Hash batch) {
            return RecordState.values()[levels.getOrDefault(batch, RecordState.HERE.ordinal())];
        }
    }

    OfBatches ofBatches(ScopeId scope) {
        OfBatches of = new OfBatches(new HashMap<>(), new HashMap<>(), new HashMap<>());
        in.db.sql("SELECT b.hash, max(l.here, l.told) FROM batch b JOIN batch_level l ON l.batch = b.n WHERE b.scope = ?").put(scope)
                .each(row -> of.levels().put(row.hash(1), row.whole(2)));
        Map<Hash, PlacedBatch> placed = new HashMap<>();
        PlacedBatch.of(in.db, scope).forEach(p -> placed.put(p.hash(), p));
        for (Current current : levels.heard(scope)) {
            Receipt receipt = current.signed().receipt();
            Set<Hash> raised = new HashSet<>();
            Set<Hash> aside = current.asideWhole();
            receipt.lines().forEach(line -> {
                for (PlacedBatch at = placed.get(line.tip()); at != null; at = placed.get(at.previous())) {
                    if (current.proves(line, at.number(), aside, at.hash()) != RecordState.HANDED_OVER) {
                        raised.add(at.hash());
                    }
                }
            });
            Proof proof = new Proof(receipt.node(), Instant.ofEpochSecond(receipt.serial()));
            Map<Hash, Proof> proofs = current.level() == Level.PROVINCE ? of.provinces() : of.communes();
            raised.forEach(hash -> proofs.merge(hash, proof, (a, b) -> a.at().isAfter(b.at()) ? a : b));
        }
        return of;
    }

    /** A change that a node has but did not count keeps its record from being called received. */
    private void fillAsides(ScopeId scope) {
        levels.heard(scope).forEach(current -> current.setAside()
                .forEach(a -> a.change().ifPresent(change -> aside(scope, a.batch(), change))));
    }

    private void aside(ScopeId scope, Hash hash, ChangeId change) {
        in.shelf.get(hash).map(in.stored::open).filter(Opener.Opened.Changes.class::isInstance)
                .map(Opener.Opened.Changes.class::cast).ifPresent(o -> o.changes().stream().filter(c -> c.id().equals(change))
                        .map(Change::entry).distinct().forEach(id -> in.db.sql("INSERT INTO temp.aside VALUES (?, ?, ?)").put(scope).put(id)
                                .put(RecordState.HANDED_OVER.ordinal()).run()));
    }
}
