package vn.banso.trust;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.banso.ledger.BatchHeader;
import vn.banso.ledger.Change;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.EntryState;
import vn.banso.ledger.Intake;
import vn.banso.ledger.Permits;
import vn.banso.ledger.Reason;
import vn.banso.register.Catalogue;
import vn.banso.register.ScopeId;

/**
 * Who may write and read in one province, as its governance entries say: a chain of grants from the root key down. Immutable;
 * built anew when a governance entry has changed, and the same on every node that holds the same entries.
 *
 * <p>A grant counts if its author was granted the right to give it. That an author was revoked later takes nothing from what
 * it granted before: its later batches are kept out by {@link #batch}, so nothing of them is among the entries.
 */
public final class Grants implements Permits {
    private static final int MOST_ROUNDS = 16;

    private final Key root;
    private final ScopeId governance;
    private final Predicate<ScopeId> elsewhere;
    private final SortedMap<DeviceId, DeviceFile> files;
    private final KeyHandouts handouts;

    private Grants(Key root, ScopeId governance, Predicate<ScopeId> elsewhere, Collection<EntryState> states) {
        this.root = root;
        this.governance = governance;
        this.elsewhere = elsewhere;
        this.files = GrantChain.files(DeviceId.ofKey(root.bytes()),
                Statement.of(Catalogue.GRANT, governance, states).stream().flatMap(s -> Grant.of(s).stream()).toList(),
                Statement.of(Catalogue.REVOCATION, governance, states).stream().flatMap(s -> Revocation.of(s).stream()).toList());
        this.handouts = KeyHandouts.of(this, Statement.of(Catalogue.SCOPE_KEY, governance, states));
    }

    /**
     * @param rootKey public Ed25519 key of the province, learnt from the welcome
     * @param states the entries of the governance scope; others are passed over
     * @param elsewhere whether a scope is known to belong to another province
     */
    public static Grants of(byte[] rootKey, ScopeId governance, Collection<EntryState> states, Predicate<ScopeId> elsewhere) {
        return new Grants(new Key(rootKey.clone()), governance, elsewhere, states);
    }

    /**
     * Judges the governance scope until grants and what they allow agree: who was granted may grant in turn, who was revoked
     * takes later grants along. The ranks make that end after at most as many rounds as there are ranks, with the same
     * result from any order of arrival.
     *
     * @param before by which the governance batches held were judged so far
     * @param read builds the grants from the entries as they stand now
     */
    public static Grants settle(Intake intake, Grants before, Supplier<Grants> read) {
        Grants judged = before;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Grants now = read.get();
            Set<DeviceId> changed = now.changedSince(judged);
            if (changed.isEmpty()) {
                return now;
            }
            intake.reconsider(now.governance, now, changed::contains);
            judged = now;
        }
        throw new IllegalStateException("grants that allow each other in a circle");
    }

    /** The devices about which these grants say anything else: their batches are to be judged again, in all scopes. */
    public Set<DeviceId> changedSince(Grants before) {
        Set<DeviceId> changed = new TreeSet<>(files.keySet());
        changed.addAll(before.files.keySet());
        changed.removeIf(d -> Objects.equals(files.get(d), before.files.get(d)));
        return changed;
    }

    @Override
    public Ruling batch(BatchHeader header) {
        ScopeId scope = header.scope();
        boolean governs = scope.equals(governance);
        if (!governs && elsewhere.test(scope)) {
            return new Ruling.Refused(Reason.OTHER_PROVINCE);
        }
        if (isRoot(header.author())) {
            return governs ? Ruling.ALLOWED : new Ruling.Refused(Reason.OUT_OF_SCOPE);
        }
        DeviceFile file = files.get(header.author());
        if (file == null) {
            return Ruling.NOT_YET;
        }
        if (governs ? !file.isOfficer() : file.roles(scope).isEmpty()) {
            return new Ruling.Refused(governs ? Reason.NOT_PERMITTED : Reason.OUT_OF_SCOPE);
        }
        return (governs ? file.revokedAsOfficer() : file.revoked(scope))
                .map(r -> r.lastGood(header.incarnation(), scope).<Ruling>map(Ruling.UpTo::new)
                        .orElse(new Ruling.Refused(Reason.REVOKED)))
                .orElse(Ruling.ALLOWED);
    }

    @Override
    public Optional<Reason> change(BatchHeader header, Change change) {
        return change.author().equals(header.author())
                ? change(header.scope(), change)
                : Optional.of(Reason.NOT_PERMITTED);
    }

    /** Whether the author may make the change; also asked before it is saved on its own node. */
    public Optional<Reason> change(ScopeId scope, Change change) {
        return scope.equals(governance)
                ? GovernanceRules.refusal(this, governance, change)
                : CommuneRules.refusal(roles(change.author(), scope), change);
    }

    /** Whether the device may put other bodies in the place of a scope's batches: live there, and an officer. */
    public boolean mayRedact(DeviceId device, ScopeId scope) {
        return !scope.equals(governance) && isLive(device, scope) && roles(device, scope).stream().anyMatch(Role::isOfficer);
    }

    public ScopeId governance() {
        return governance;
    }

    public byte[] rootKey() {
        return root.bytes().clone();
    }

    /** Everything that counts and is granted to this device, the strongest first; empty for a device nobody knows. */
    public List<Grant> of(DeviceId device) {
        return file(device).map(DeviceFile::grants).orElse(List.of());
    }

    /** All devices that were ever granted anything. */
    public Collection<GrantedDevice> devices() {
        return files.entrySet().stream().map(e -> GrantedDevice.of(e.getKey(), e.getValue())).toList();
    }

    public Optional<GrantedDevice> device(DeviceId device) {
        return file(device).map(f -> GrantedDevice.of(device, f));
    }

    /** What the device may be in a commune, revoked or not; empty where nothing. */
    public Set<Role> roles(DeviceId device, ScopeId commune) {
        return elsewhere.test(commune) ? Set.of() : file(device).map(f -> f.roles(commune)).orElse(Set.of());
    }

    /** Whether the device may write and read there now. In the governance scope everybody who was granted anything may read. */
    public boolean isLive(DeviceId device, ScopeId scope) {
        return scope.equals(governance)
                ? file(device).filter(f -> !f.isRevoked()).isPresent()
                : !roles(device, scope).isEmpty() && file(device).flatMap(f -> f.revoked(scope)).isEmpty();
    }

    /** The devices that may read a scope now. */
    public List<GrantedDevice> readers(ScopeId scope) {
        return devices().stream().filter(d -> isLive(d.id(), scope)).toList();
    }

    /** The scope keys handed to this device by those who may, opened. */
    public List<ScopeKey> scopeKeys(DeviceKeys me) {
        return handouts.open(me);
    }

    /**
     * Whether what is written now may be sealed under the key. Its epoch must follow from those before it step by step, or one
     * officer's number would be everybody's last; and nobody who began it may have been revoked, who would read on.
     */
    public boolean mayBeCurrent(ScopeKey key) {
        return handouts.mayBeCurrent(key);
    }

    /** Whether somebody has the key who was shut out since. */
    boolean isKnownOutside(ScopeKey key) {
        return handouts.isKnownOutside(this, key);
    }

    /** The highest epoch of a scope that was reached step by step; 0 where none was begun. */
    int lastEpoch(ScopeId scope) {
        return handouts.lastEpoch(scope);
    }

    /** Whether the key was handed to the device by somebody who may. */
    public boolean hasBeenHanded(DeviceId device, ScopeKey key) {
        return handouts.has(device, key.scope(), key.keyId());
    }

    /** Whether the device may give and take this role in all these communes. */
    boolean rules(DeviceId author, Role role, Collection<ScopeId> communes) {
        return isRoot(author) || communes.stream().noneMatch(elsewhere) && GrantChain.rules(of(author), role, communes);
    }

    /** The next serial of a revocation of this device. */
    long nextSerial(DeviceId device) {
        return 1 + file(device).stream().flatMap(f -> f.strikes().stream())
                .mapToLong(DeviceFile.Strike::serial).max().orElse(0);
    }

    boolean isRoot(DeviceId device) {
        return device.equals(DeviceId.ofKey(root.bytes()));
    }

    private Optional<DeviceFile> file(DeviceId device) {
        return Optional.ofNullable(files.get(device));
    }
}
