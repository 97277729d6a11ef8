package vn.banso.store.node;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Intake;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Meta;
import vn.banso.store.batches.Receipts.Level;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Grant;
import vn.banso.trust.governance.Grants;
import vn.banso.trust.governance.Role;
import vn.banso.trust.governance.Settlement;

/** Whom this node trusts: its province, the grants as they stand, and the scope keys it was handed. */
public final class TrustState {
    private static final ScopeId NOWHERE = new ScopeId(0);

    private final NodeContext in;
    private final Intake intake;
    private final Unvouched unvouched;
    private final Consumer<List<Unvouched.Waiting>> letIn;
    private ScopeId governance;
    private Grants grants;
    /** The grants as they were read last, while what they allow is still being judged. */
    private Grants latest;
    private Consumer<Set<DeviceId>> whenGranted = _ -> { };

    /** @param letIn told when batches were taken in that had waited for somebody to vouch for their authors */
    public TrustState(NodeContext in, Intake intake, Consumer<List<Unvouched.Waiting>> letIn) {
        this.in = in;
        this.intake = intake;
        this.letIn = letIn;
        this.unvouched = new Unvouched(in, this);
        in.db.sql("SELECT scope, key_id, epoch, sealed FROM scope_key").list(row -> {
            ScopeId scope = row.scope(1);
            return ScopeKey.of(scope, row.whole(3), in.atRest.openKey(scope, row.number(2), row.bytes(4)));
        }).forEach(in.keys::add);
        this.governance = readGovernance();
        in.keys.governedBy(governance);
        believe(nobody());
        believe(read(in.db.sql("SELECT DISTINCT scope FROM entry WHERE type >= 100").list(row -> row.scope(1))));
        in.entries.takeGoverned();
    }

    private void believe(Grants now) {
        grants = now;
        latest = now;
        in.keys.sealOnlyUnder(now::mayBeCurrent);
    }

    public Grants grants() {
        return grants;
    }

    /** Told, within the transaction, which devices may other things than before. */
    public void whenGranted(Consumer<Set<DeviceId>> told) {
        whenGranted = told;
    }

    public Unvouched unvouched() {
        return unvouched;
    }

    /** Whether anybody here has heard of the device in that scope. */
    public boolean isVouchedFor(DeviceId device, ScopeId scope) {
        return grants.vouches(device, scope);
    }

    public Optional<Province> province() {
        return in.meta.bytes(Meta.ROOT_KEY).map(root -> new Province(root, governance(),
                in.meta.text(Meta.PROVINCE_LIST).orElse(""), in.meta.text(Meta.PROVINCE).orElse(""),
                in.meta.text(Meta.RECEIVER).orElse("")));
    }

    /** A scope that no entry has, before the node has joined. */
    public ScopeId governance() {
        return governance;
    }

    private ScopeId readGovernance() {
        return in.meta.number(Meta.GOVERNANCE).map(ScopeId::new).orElse(NOWHERE);
    }

    /** From now on this node belongs to that province. */
    public void join(Province province, Collection<ScopeKey> keys) {
        in.db.commit(() -> {
            in.meta.put(Meta.ROOT_KEY, province.rootKey());
            in.meta.put(Meta.GOVERNANCE, province.governance().value());
            in.meta.put(Meta.PROVINCE_LIST, province.listVersion());
            in.meta.put(Meta.PROVINCE, province.code());
            in.meta.put(Meta.RECEIVER, province.receiver());
            keep(keys);
            governance = province.governance();
            in.db.afterRollback(() -> governance = readGovernance());
            in.keys.governedBy(governance);
            copy();
            believe(nobody());
            believe(read(in.db.sql("SELECT DISTINCT scope FROM entry WHERE type >= 100").list(row -> row.scope(1))));
            in.shelf.scopes().forEach(scope -> intake.reconsider(scope, grants));
            settle();
            whenGranted.accept(Set.of(in.self()));
        });
    }

    /** Keeps scope keys, sealed. */
    public void keep(Collection<ScopeKey> keys) {
        for (ScopeKey key : keys) {
            in.db.sql("INSERT OR IGNORE INTO scope_key VALUES (?, ?, ?, ?)").put(key.scope()).put(key.keyId()).put(key.epoch())
                    .put(in.atRest.key(key.scope(), key.keyId(), key.key())).run();
            in.keys.add(key);
        }
        if (!keys.isEmpty()) {
            copy();
        }
    }

    private void copy() {
        new IdentityCopy(in.db, in.atRest).write(province(), in.keys.all());
    }

    /**
     * After governance entries have come: judges the governance scope until it stands still, takes up the keys handed to this
     * device, and judges again what either touches. Within the transaction that brought the entries.
     */
    public void settle() {
        Grants before = grants;
        in.db.afterRollback(() -> believe(before));
        Set<ScopeId> opened = new HashSet<>();
        boolean more;
        do {
            opened.forEach(scope -> intake.reconsider(scope, grants));
            believe(Settlement.settle(intake, grants, in.shelf.scopes(), () -> read(in.entries.takeGoverned())));
            List<ScopeKey> fresh = grants.scopeKeys(in.device).stream().filter(k -> in.keys.byId(k.scope(), k.keyId()).isEmpty())
                    .toList();
            keep(fresh);
            opened.clear();
            fresh.forEach(k -> opened.add(k.scope()));
            more = letIn() | !opened.isEmpty() | in.entries.isGoverned();
        } while (more);
        var changed = grants.changedSince(before);
        if (!changed.isEmpty()) {
            whenGranted.accept(changed);
        }
        in.aliases.settle();
    }

    /** Takes in what waited for a grant of its author. @return whether there was anything */
    private boolean letIn() {
        List<Unvouched.Waiting> waiting = unvouched.vouchedFor();
        waiting.forEach(w -> intake.take(w.batch(), grants));
        letIn.accept(waiting);
        return !waiting.isEmpty();
    }

    private Grants nobody() {
        String ours = in.meta.text(Meta.PROVINCE).orElse("");
        byte[] root = in.meta.bytes(Meta.ROOT_KEY).orElseGet(() -> ByteBuffer.allocate(32).array());
        ScopeId ourGovernance = governance;
        return Grants.none(root, governance, scope -> isElsewhere(scope, ours, ourGovernance), scope -> !in.keys.holds(scope));
    }

    /** What those scopes say now; of all others is known what they say. */
    private Grants read(Collection<ScopeId> scopes) {
        for (ScopeId scope : scopes) {
            List<EntryState> states = new ArrayList<>();
            in.db.fresh("SELECT id, state FROM entry WHERE type >= 100 AND scope = " + scope.value())
                    .each(row -> states.add(in.atRest.state(scope, row.entry(1), row.bytes(2))));
            latest = latest.with(scope, states);
        }
        return latest;
    }

    private static boolean isElsewhere(ScopeId scope, String ours, ScopeId governance) {
        return !ours.isEmpty() && Units.province(scope).filter(p -> !p.scope().equals(governance)).isPresent();
    }

    /**
     * Why this device may not make a change. Nobody is kept from writing because a grant is missing: only where it is said what
     * the device may, more than that is refused. What concerns devices is said by officers alone.
     */
    public Optional<Reason> refusal(ScopeId scope, Change change) {
        boolean told = change.type() >= Catalogue.FIRST_GOVERNANCE || !grants.roles(in.self(), scope).isEmpty();
        return told ? grants.change(scope, change) : Optional.empty();
    }

    /** What a device may be in a commune, or anywhere where the scope is the governance's. */
    public Set<Role> roles(DeviceId device, ScopeId scope) {
        return scope.equals(governance()) ? grants.of(device).stream().map(Grant::role).collect(Collectors.toSet())
                : grants.roles(device, scope);
    }

    /** What the register of a device is worth in that commune. */
    public Level level(DeviceId device, ScopeId scope) {
        Set<Role> roles = roles(device, scope);
        return roles.contains(Role.PROVINCE) ? Level.PROVINCE : roles.contains(Role.COMMUNE) ? Level.COMMUNE : Level.CARRIED;
    }
}
