package vn.banso.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.BatchStore;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** A shelf without a disk. */
public final class MemoryShelf implements BatchStore {
    private final Map<Hash, Batch> batches = new LinkedHashMap<>();
    private final Map<Hash, BatchStatus> standings = new HashMap<>();
    private final Map<Hash, Reason> reasons = new HashMap<>();
    private final Map<Hash, SortedMap<ChangeId, Reason>> refused = new HashMap<>();
    private final Map<ScopeId, Map<Named, EntryState>> states = new TreeMap<>();

    private record Named(int type, EntryId id) {}

    @Override
    public Optional<BatchStatus> standing(Hash batch) {
        return Optional.ofNullable(standings.get(batch));
    }

    @Override
    public Optional<Reason> reason(Hash batch) {
        return Optional.ofNullable(reasons.get(batch));
    }

    @Override
    public Optional<Batch> get(Hash batch) {
        return Optional.ofNullable(batches.get(batch));
    }

    @Override
    public void put(Batch batch, BatchStatus standing, Optional<Reason> reason) {
        batches.put(batch.hash(), batch);
        standings.put(batch.hash(), standing);
        reasons.remove(batch.hash());
        reason.ifPresent(r -> reasons.put(batch.hash(), r));
    }

    @Override
    public List<Batch> after(Hash previous) {
        return batches.values().stream().filter(b -> b.header().previous().equals(previous)).toList();
    }

    /** Nobody closes a feed here. */
    @Override
    public List<Batch> closing(BatchHeader header) {
        return List.of();
    }

    @Override
    public List<Batch> firsts(ScopeId scope) {
        return batches.values().stream().filter(b -> b.header().number() == 1 && b.header().scope().equals(scope)).toList();
    }

    @Override
    public void fold(Batch batch, List<Change> changes, List<Refusal> refusals) {
        Map<Named, EntryState> scope = states.computeIfAbsent(batch.header().scope(), _ -> new HashMap<>());
        for (Change change : changes) {
            scope.merge(new Named(change.type(), change.entry()),
                    EntryState.empty(change.type(), change.entry()).apply(change), (old, _) -> old.apply(change));
        }
        SortedMap<ChangeId, Reason> why = new TreeMap<>();
        refusals.forEach(r -> why.put(r.change().id(), r.reason()));
        refused.put(batch.hash(), why);
    }

    @Override
    public SortedMap<ChangeId, Reason> refused(Hash batch) {
        return refused.getOrDefault(batch, new TreeMap<>());
    }

    @Override
    public void unfold(ScopeId scope) {
        states.remove(scope);
        batches.values().stream().filter(b -> b.header().scope().equals(scope)).forEach(b -> refused.remove(b.hash()));
    }

    public Collection<EntryState> states(ScopeId scope) {
        return states.getOrDefault(scope, Map.of()).values();
    }

    /** Every batch with its standing and reasons: equal on nodes that judge alike. */
    SortedMap<String, String> verdicts() {
        SortedMap<String, String> all = new TreeMap<>();
        batches.keySet().forEach(h -> all.put(h.toString(),
                standings.get(h) + " " + reasons.get(h) + " " + new ArrayList<>(refused(h).entrySet())));
        return all;
    }
}
