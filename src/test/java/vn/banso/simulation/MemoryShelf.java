package vn.banso.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.BatchStore;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Owed;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** A node's store, in memory. */
final class MemoryShelf implements BatchStore {

    /** An entry as this store keeps it: type and id are its name. */
    record Key(ScopeId scope, int type, EntryId entry) {}

    private record Kept(Batch batch, BatchStatus standing, Optional<Reason> reason) {}

    private final Craft craft;
    private final Map<Hash, Kept> kept = new HashMap<>();
    private final Map<Hash, List<Batch>> after = new HashMap<>();
    private final Map<FeedId, List<Batch>> closing = new HashMap<>();
    private final Map<Hash, SortedMap<ChangeId, Reason>> refused = new HashMap<>();
    private final Map<ScopeId, Map<Key, EntryState>> register = new HashMap<>();
    private final Map<Key, Set<ChangeId>> folded = new HashMap<>();
    private final Map<ScopeId, List<Change>> unsealed = new HashMap<>();
    private final Map<ScopeId, List<Tip>> tips = new HashMap<>();

    private final Map<ScopeId, Integer> revisions = new HashMap<>();
    private final Map<ScopeId, Integer> folds = new HashMap<>();

    /** What an import counts up; only a planted fault does. */
    int tally;

    MemoryShelf(Craft craft) {
        this.craft = craft;
    }

    MemoryShelf copy() {
        MemoryShelf copy = new MemoryShelf(craft);
        copy.kept.putAll(kept);
        after.forEach((h, l) -> copy.after.put(h, new ArrayList<>(l)));
        closing.forEach((f, l) -> copy.closing.put(f, new ArrayList<>(l)));
        copy.refused.putAll(refused);
        register.forEach((s, m) -> copy.register.put(s, new HashMap<>(m)));
        folded.forEach((k, s) -> copy.folded.put(k, new HashSet<>(s)));
        unsealed.forEach((s, l) -> copy.unsealed.put(s, new ArrayList<>(l)));
        copy.tally = tally;
        return copy;
    }

    @Override
    public Optional<BatchStatus> standing(Hash batch) {
        return Optional.ofNullable(kept.get(batch)).map(Kept::standing);
    }

    @Override
    public Optional<Reason> reason(Hash batch) {
        return Optional.ofNullable(kept.get(batch)).flatMap(Kept::reason);
    }

    @Override
    public Optional<Batch> get(Hash batch) {
        return Optional.ofNullable(kept.get(batch)).map(Kept::batch);
    }

    @Override
    public void put(Batch batch, BatchStatus standing, Optional<Reason> reason) {
        if (kept.put(batch.hash(), new Kept(batch, standing, reason)) == null) {
            after.computeIfAbsent(batch.header().previous(), _ -> new ArrayList<>(2)).add(batch);
            FeedId feed = Cast.feed(batch);
            batch.header().closes().forEach(c -> closing.computeIfAbsent(new FeedId(feed.device(), c.incarnation(), feed.scope()),
                    _ -> new ArrayList<>(1)).add(batch));
        }
        tips.remove(batch.header().scope());
        revisions.merge(batch.header().scope(), 1, Integer::sum);
    }

    @Override
    public List<Batch> after(Hash previous) {
        return after.getOrDefault(previous, List.of());
    }

    @Override
    public List<Batch> firsts(ScopeId scope) {
        return after(Hash.NONE).stream().filter(b -> b.header().scope().equals(scope)).toList();
    }

    @Override
    public List<Batch> closing(BatchHeader header) {
        return closing.getOrDefault(new FeedId(Cast.id(Cast.device(header.authorKey())), header.incarnation(), header.scope()), List.of());
    }

    @Override
    public void fold(Batch batch, List<Change> changes, List<Refusal> refusals) {
        changes.forEach(c -> fold(batch.header().scope(), c));
        if (refusals.isEmpty()) {
            refused.remove(batch.hash());
        } else {
            SortedMap<ChangeId, Reason> reasons = new TreeMap<>();
            refusals.forEach(r -> reasons.put(r.change().id(), r.reason()));
            refused.put(batch.hash(), reasons);
        }
    }

    private void fold(ScopeId scope, Change change) {
        folds.merge(scope, 1, Integer::sum);
        Key key = new Key(scope, change.type(), change.entry());
        Map<Key, EntryState> entries = register.computeIfAbsent(scope, _ -> new HashMap<>());
        EntryState state = entries.getOrDefault(key, EntryState.empty(key.type(), key.entry()));
        entries.put(key, craft.fold(state, change));
        folded.computeIfAbsent(key, _ -> new HashSet<>()).add(change.id());
    }

    @Override
    public SortedMap<ChangeId, Reason> refused(Hash batch) {
        return refused.getOrDefault(batch, Collections.emptySortedMap());
    }

    @Override
    public void unfold(ScopeId scope) {
        folds.merge(scope, 1, Integer::sum);
        entries(scope).keySet().forEach(folded::remove);
        register.remove(scope);
        refused.keySet().removeIf(h -> kept.get(h).batch().header().scope().equals(scope));
        unsealed(scope).forEach(c -> fold(scope, c));
    }

    /** Saved by the person at this machine; part of the register at once. */
    void save(ScopeId scope, Change change) {
        unsealed.computeIfAbsent(scope, _ -> new ArrayList<>()).add(change);
        fold(scope, change);
    }

    List<Change> unsealed(ScopeId scope) {
        return unsealed.getOrDefault(scope, List.of());
    }

    List<Change> takeUnsealed(ScopeId scope) {
        return Optional.ofNullable(unsealed.remove(scope)).orElse(List.of());
    }

    Map<Key, EntryState> entries(ScopeId scope) {
        return register.getOrDefault(scope, Map.of());
    }

    EntryState state(Key key) {
        return entries(key.scope()).getOrDefault(key, EntryState.empty(key.type(), key.entry()));
    }

    /** The changes of an entry that are part of the register. */
    Set<ChangeId> folded(Key key) {
        return folded.getOrDefault(key, Set.of());
    }

    Collection<Hash> batches() {
        return kept.keySet();
    }

    List<Owed.Link> links(FeedId feed) {
        return kept.values().stream().filter(k -> k.standing().placed() && Cast.feed(k.batch()).equals(feed))
                .map(k -> new Owed.Link(k.batch().header().number(), k.batch().hash(), k.batch().header().previous())).toList();
    }

    /** Another number after every batch that came or was judged otherwise. */
    int revision(ScopeId scope) {
        return revisions.getOrDefault(scope, 0);
    }

    /** Another number after every change to the register of the scope. */
    int folds(ScopeId scope) {
        return folds.getOrDefault(scope, 0);
    }

    List<Tip> tips(ScopeId scope) {
        return tips.computeIfAbsent(scope, this::ends);
    }

    private List<Tip> ends(ScopeId scope) {
        List<Tip> ends = new ArrayList<>();
        for (Kept k : kept.values()) {
            Batch batch = k.batch();
            if (k.standing().placed() && batch.header().scope().equals(scope)
                    && after(batch.hash()).stream().noneMatch(b -> kept.get(b.hash()).standing().placed())) {
                ends.add(new Tip(Cast.feed(batch), batch.header().number(), batch.hash()));
            }
        }
        return ends;
    }
}
