package vn.banso.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Intake;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.merge.Permits;
import vn.banso.ledger.parcel.Owed;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.ScopeId;

/** One machine with a store: a laptop, the commune's PC or the province. */
final class ModelNode implements Opener {
    private static final int MOST_ROUNDS_OF_GRANTS = 8;

    final World world;
    final int machine;
    final int device;
    final Set<ScopeId> carries;
    final Set<ScopeId> reads;
    boolean upgraded;
    long clockOffset;
    long incarnation;
    MemoryShelf shelf;
    Intake intake;
    private ModelGrants grants = ModelGrants.NOBODY;
    private boolean grantsStale;
    Mailbox mailbox = new Mailbox();
    private Map<ScopeId, Tip> ownEnds = new HashMap<>();
    private final Map<Integer, Set<Hash>> sentTo = new HashMap<>();
    private final Map<ScopeId, Stated> stated = new HashMap<>();

    private record Stated(Receipt receipt, int revision) {}

    /** What a backup holds, and what a clone starts with. The program is not part of it. */
    record Backup(MemoryShelf shelf, long incarnation, Map<ScopeId, Tip> ownEnds, ModelGrants grants, Set<ScopeId> keys,
                  Mailbox mailbox) {}

    ModelNode(World world, int machine, int device, Set<ScopeId> carries, Set<ScopeId> reads, boolean upgraded) {
        this.world = world;
        this.machine = machine;
        this.device = device;
        this.carries = new HashSet<>(carries);
        this.reads = new HashSet<>(reads);
        this.upgraded = upgraded;
        incarnation = world.freshIncarnation();
        use(new MemoryShelf(world.craft));
    }

    private void use(MemoryShelf store) {
        shelf = store;
        intake = new Intake(store, this);
    }

    Backup backup() {
        return new Backup(shelf.copy(), incarnation, new HashMap<>(ownEnds), grants(), Set.copyOf(reads), mailbox.copy());
    }

    /** @param noticed whether the canary outside the store tells; then the installation draws a new incarnation */
    void restore(Backup backup, boolean noticed) {
        use(backup.shelf().copy());
        ownEnds = new HashMap<>(backup.ownEnds());
        grants = backup.grants();
        reads.clear();
        reads.addAll(backup.keys());
        mailbox = backup.mailbox().copy();
        incarnation = backup.incarnation();
        stated.clear();
        if (noticed && world.craft.noticesCopies()) {
            startAnew();
        }
        judgeAllAgain();
    }

    private void startAnew() {
        incarnation = world.freshIncarnation();
        ownEnds.clear();
        stated.clear();
    }

    void upgrade() {
        upgraded = true;
        judgeAllAgain();
    }

    /** After the program or the keys have changed. */
    void judgeAllAgain() {
        intake.reconsider(Cast.GOVERNANCE, permits());
        grantsStale = true;
        Cast.COMMUNES.forEach(s -> intake.reconsider(s, permits()));
    }

    @Override
    public boolean genuine(Batch batch) {
        return world.paper.genuine(batch.hash());
    }

    @Override
    public Opened open(Batch batch) {
        return world.paper.open(batch, reads.contains(batch.header().scope()), upgraded);
    }

    Permits permits() {
        return world.craft.permits(this, grants());
    }

    /** What the governance entries say now. */
    ModelGrants grants() {
        if (grantsStale) {
            grantsStale = false;
            settle();
        }
        return grants;
    }

    /** Whether this device may write here, as far as this node knows. */
    boolean mayWrite(ScopeId scope) {
        ModelGrants now = grants();
        return device == Cast.PROVINCE || now.role(device) > 0 && !now.revoked().containsKey(device)
                && (scope.equals(Cast.GOVERNANCE) ? now.role(device) >= Cast.ROLE_COMMUNE
                        : now.rights().get(device).communes().contains(scope));
    }

    long clock() {
        return world.now + clockOffset;
    }

    void save(ScopeId scope, Change change, Set<ChangeId> seen) {
        world.saved(this, scope, change, seen);
        shelf.save(scope, change);
        grantsStale |= scope.equals(Cast.GOVERNANCE);
    }

    Optional<Batch> seal(ScopeId scope, int schema) {
        List<Change> changes = shelf.takeUnsealed(scope);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Tip end = ownEnds.get(scope);
        Batch batch = world.paper.seal(device, incarnation, scope, end == null ? 1 : end.number() + 1,
                end == null ? Hash.NONE : end.hash(), schema, changes, ClosedByModel.feeds(this, scope));
        ownEnds.put(scope, new Tip(Cast.feed(batch), batch.header().number(), batch.hash()));
        boolean governance = scope.equals(Cast.GOVERNANCE);
        intake.takeOwn(batch, governance ? world.craft.permits(this, grants) : permits());
        grantsStale |= governance;
        return Optional.of(batch);
    }

    /** @return how many batches were new */
    int take(List<Batch> batches) {
        int fresh = 0;
        for (Batch batch : batches) {
            if (!carries.contains(batch.header().scope()) || !world.craft.lets(this, batch)) {
                continue;
            }
            boolean mine = Cast.device(batch.header().authorKey()) == device && batch.header().incarnation() == incarnation;
            // One governance batch after the other, and then what they say: as a node does that takes them in one go.
            boolean governance = batch.header().scope().equals(Cast.GOVERNANCE);
            if (intake.take(batch, governance ? world.craft.permits(this, grants) : permits()) instanceof Intake.Outcome.Kept) {
                fresh++;
                if (mine && world.craft.noticesCopies()) {
                    startAnew();
                }
                grantsStale |= governance;
            }
        }
        grants();
        return fresh;
    }

    /** Grants decide which grants count: judged again until nothing changes. */
    private void settle() {
        Set<Integer> concerned = new HashSet<>();
        ModelGrants now = written();
        for (int round = 0; !now.equals(grants); round++) {
            if (round > MOST_ROUNDS_OF_GRANTS) {
                throw new AssertionError("grants do not settle");
            }
            concerned.addAll(now.differing(grants));
            grants = now;
            int before = shelf.folds(Cast.GOVERNANCE);
            intake.reconsider(Cast.GOVERNANCE, world.craft.permits(this, grants));
            now = shelf.folds(Cast.GOVERNANCE) == before ? now : written();
        }
        if (!concerned.isEmpty() && world.craft.looksBack()) {
            Set<DeviceId> devices = new HashSet<>();
            concerned.forEach(d -> devices.add(Cast.id(d)));
            Cast.COMMUNES.forEach(s -> intake.reconsider(s, permits(), devices::contains));
        }
    }

    private ModelGrants written() {
        List<Entry> shown = new ArrayList<>();
        shelf.entries(Cast.GOVERNANCE).values().stream().filter(s -> !s.deleted())
                .forEach(s -> shown.add(Conflicts.shown(Cast.GOVERNANCE, s)));
        return ModelGrants.of(shown);
    }

    Map<ScopeId, List<Tip>> have() {
        Map<ScopeId, List<Tip>> have = new HashMap<>();
        carries.forEach(s -> have.put(s, shelf.tips(s)));
        return have;
    }

    /** @param theirs what the peer said it holds; a scope it did not name it does not take */
    List<Batch> owedTo(int peer, Map<ScopeId, List<Tip>> theirs) {
        List<Batch> owed = new ArrayList<>();
        for (ScopeId scope : Cast.SCOPES) {
            if (carries.contains(scope) && theirs.containsKey(scope)) {
                world.craft.owed(this, peer, shelf.tips(scope), theirs.get(scope), scope)
                        .forEach(h -> owed.add(shelf.get(h).orElseThrow()));
            }
        }
        return owed;
    }

    List<Hash> owed(List<Tip> ours, List<Tip> theirs) {
        return Owed.batches(ours, theirs, shelf::links);
    }

    Set<Hash> sentTo(int peer) {
        return sentTo.computeIfAbsent(peer, _ -> new HashSet<>());
    }

    /** A new one only where something has changed since the last. */
    Receipt receipt(ScopeId scope) {
        Stated last = stated.get(scope);
        if (last == null || last.revision() != shelf.revision(scope)) {
            List<Receipt.Line> lines = new ArrayList<>();
            for (Tip tip : shelf.tips(scope)) {
                lines.add(new Receipt.Line(tip.feed().device(), tip.feed().incarnation(), tip.number(), tip.hash(),
                        isDone(tip.hash()) ? tip.number() : 0));
            }
            last = new Stated(Receipt.of(Cast.key(device), incarnation, mailbox.nextSerial(), scope, lines),
                    shelf.revision(scope));
            stated.put(scope, last);
            world.stated(this, last.receipt());
        }
        return last.receipt();
    }

    /** Whether everything up to this batch is part of the register or set aside. */
    private boolean isDone(Hash tip) {
        for (Optional<Batch> at = shelf.get(tip); at.isPresent(); at = shelf.get(at.get().header().previous())) {
            BatchStatus standing = shelf.standing(at.get().hash()).orElseThrow();
            if (standing != BatchStatus.APPLIED && standing != BatchStatus.SET_ASIDE) {
                return false;
            }
        }
        return true;
    }

    List<EntryState> liveHouseholds() {
        List<EntryState> live = new ArrayList<>();
        for (ScopeId scope : reads) {
            shelf.entries(scope).forEach((key, state) -> {
                if (key.type() == Catalogue.HOUSEHOLD.id() && !state.erased() && !state.deleted()) {
                    live.add(state);
                }
            });
        }
        return live;
    }
}
