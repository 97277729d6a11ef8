package vn.banso.trust.governance;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Permits;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.ScopeKey;

/**
 * Who may write and read in one province, as its governance entries say: a chain of grants from the root key down. The province's own
 * scope names its officers and those of areas, for everybody; each commune's scope names whoever else works there, for those who hold
 * the commune. Immutable; of a scope in which an entry has changed {@linkplain #with what follows} is found anew, and the same on
 * every node that holds the same entries.
 *
 * <p>A grant counts if its author was granted the right to give it. That an author was revoked later takes nothing from what
 * it granted before: its later batches are kept out by {@link #batch}, so nothing of them is among the entries.
 */
public final class Grants implements Permits {
    private final Key root;
    private final ScopeId governance;
    private final Predicate<ScopeId> elsewhere;
    private final Predicate<ScopeId> carried;
    /** The province's own scope, and every commune in whose scope anything is said. */
    private final SortedMap<ScopeId, Governed> scopes;
    private final Map<DeviceId, SortedSet<ScopeId>> granted = new HashMap<>();
    private final Map<ScopeId, KeyHandouts> handouts = new ConcurrentHashMap<>();

    private Grants(Key root, ScopeId governance, Predicate<ScopeId> elsewhere, Predicate<ScopeId> carried, SortedMap<ScopeId, Governed> scopes) {
        this.root = root;
        this.governance = governance;
        this.elsewhere = elsewhere;
        this.carried = carried;
        this.scopes = scopes;
        scopes.forEach((scope, said) -> said.grants().stream().filter(g -> said.files().containsKey(g.device()))
                .forEach(g -> granted.computeIfAbsent(g.device(), _ -> new TreeSet<>()).add(scope)));
    }

    /**
     * Of a province of which nothing but the root key is known.
     *
     * @param rootKey public Ed25519 key of the province, learnt from the welcome
     * @param elsewhere whether a scope is known to belong to another province
     * @param carried whether a commune's batches are only carried here: no key of it is held, nobody can judge them
     */
    public static Grants none(byte[] rootKey, ScopeId governance, Predicate<ScopeId> elsewhere, Predicate<ScopeId> carried) {
        return new Grants(new Key(rootKey.clone()), governance, elsewhere, carried, new TreeMap<>(Map.of(governance, Governed.NOTHING)));
    }

    /**
     * The same grants after a scope's governance entries have become others.
     *
     * @param states all entries of that scope; others than governance entries are passed over
     */
    public Grants with(ScopeId scope, Collection<EntryState> states) {
        DeviceId rootId = DeviceId.ofKey(root.bytes());
        SortedMap<ScopeId, Governed> next = new TreeMap<>(scopes);
        if (scope.equals(governance)) {
            Governed province = Governed.of(rootId, Governed.NOTHING, scope, states);
            next.replaceAll((_, said) -> said.after(rootId, province));
            next.put(scope, province);
        } else {
            Governed said = Governed.of(rootId, scopes.get(governance), scope, states);
            next.put(scope, said);
            if (said.isSilent()) {
                next.remove(scope);
            }
        }
        Grants after = new Grants(root, governance, elsewhere, carried, next);
        handouts.forEach((known, handed) -> {
            if (next.get(known) == scopes.get(known)) {
                after.handouts.put(known, handed);
            }
        });
        return after;
    }

    /** The devices about which these grants say anything else anywhere. */
    public Set<DeviceId> changedSince(Grants before) {
        Set<DeviceId> changed = new TreeSet<>();
        Stream.concat(scopes.keySet().stream(), before.scopes.keySet().stream()).distinct()
                .forEach(scope -> changed.addAll(changedIn(scope, before)));
        return changed;
    }

    /** The devices about which these grants say anything else in one scope: their batches there are to be judged again. */
    Set<DeviceId> changedIn(ScopeId scope, Grants before) {
        SortedMap<DeviceId, DeviceFile> now = files(scope);
        SortedMap<DeviceId, DeviceFile> then = before.files(scope);
        if (now == then) {
            return Set.of();
        }
        Set<DeviceId> changed = new TreeSet<>(now.keySet());
        changed.addAll(then.keySet());
        changed.removeIf(d -> Objects.equals(now.get(d), then.get(d)));
        return changed;
    }

    /** The scopes of which these grants say anything else. */
    public Set<ScopeId> scopesChangedSince(Grants before) {
        Set<ScopeId> changed = new TreeSet<>(scopes.keySet());
        changed.addAll(before.scopes.keySet());
        changed.removeIf(scope -> scopes.get(scope) == before.scopes.get(scope));
        return changed;
    }

    private SortedMap<DeviceId, DeviceFile> files(ScopeId scope) {
        return scopes.getOrDefault(scope, scopes.get(governance)).files();
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
        DeviceFile file = files(scope).get(header.author());
        if (file == null) {
            return Ruling.NOT_YET;
        }
        if (governs ? file.grants().stream().noneMatch(g -> g.role() == Role.PROVINCE) : file.roles(scope).isEmpty()) {
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

    /** Whether this node only carries the batches of that scope for others, and so cannot know who may write there. */
    public boolean carries(ScopeId scope) {
        return carried.test(scope);
    }

    /** Whether anything is granted to the device that concerns the scope. */
    public boolean vouches(DeviceId device, ScopeId scope) {
        return isRoot(device) || files(scope).containsKey(device);
    }

    /** Whether the author may make the change; also asked before it is saved on its own node. */
    public Optional<Reason> change(ScopeId scope, Change change) {
        return scope.equals(governance) || change.type() >= Catalogue.FIRST_GOVERNANCE
                ? GovernanceRules.refusal(this, scope, change)
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
        return granted.getOrDefault(device, Collections.emptySortedSet()).stream().flatMap(scope -> written(device, scope))
                .sorted(DeviceFile.STRONGEST_FIRST).toList();
    }

    /** What is granted to it in one scope and counts; what the province grants stands in every file. */
    private Stream<Grant> written(DeviceId device, ScopeId scope) {
        return file(device, scope).stream().flatMap(f -> f.grants().stream()).filter(g -> g.scope().equals(scope));
    }

    /** All devices that were ever granted anything. */
    public Collection<GrantedDevice> devices() {
        return granted.keySet().stream().sorted().flatMap(device -> device(device).stream()).toList();
    }

    public Optional<GrantedDevice> device(DeviceId device) {
        List<Grant> grants = of(device);
        return grants.isEmpty() ? Optional.empty() : Optional.of(GrantedDevice.of(device, grants, granted.get(device).stream()
                .allMatch(scope -> file(device, scope).filter(DeviceFile::isRevoked).isPresent())));
    }

    /** What the device may be in a commune, revoked or not; empty where nothing. */
    public Set<Role> roles(DeviceId device, ScopeId commune) {
        return elsewhere.test(commune) ? Set.of() : file(device, commune).map(f -> f.roles(commune)).orElse(Set.of());
    }

    /** Whether the device may write and read there now. In the province's own scope everybody who was granted anything may read. */
    public boolean isLive(DeviceId device, ScopeId scope) {
        return scope.equals(governance)
                ? device(device).filter(d -> !d.revoked()).isPresent()
                : !roles(device, scope).isEmpty() && file(device, scope).flatMap(f -> f.revoked(scope)).isEmpty();
    }

    /** The devices that may read a commune now. */
    public List<GrantedDevice> readers(ScopeId commune) {
        return files(commune).keySet().stream().filter(d -> isLive(d, commune)).flatMap(d -> device(d).stream()).toList();
    }

    /** The scope keys handed to this device by those who may, opened. */
    public List<ScopeKey> scopeKeys(DeviceKeys me) {
        return scopes.keySet().stream().flatMap(scope -> handouts(scope).open(me).stream()).toList();
    }

    /**
     * Whether what is written now may be sealed under the key. Its epoch must follow from those before it step by step, or one
     * officer's number would be everybody's last; and nobody who began it may have been revoked, who would read on.
     */
    public boolean mayBeCurrent(ScopeKey key) {
        return handouts(key.scope()).mayBeCurrent(key);
    }

    /** Whether somebody has the key who was shut out since. */
    boolean isKnownOutside(ScopeKey key) {
        return handouts(key.scope()).isKnownOutside(this, key);
    }

    /** The highest epoch of a scope that was reached step by step; 0 where none was begun. */
    int lastEpoch(ScopeId scope) {
        return handouts(scope).lastEpoch(scope);
    }

    /** Whether the key was handed to the device by somebody who may. */
    public boolean hasBeenHanded(DeviceId device, ScopeKey key) {
        return handouts(key.scope()).has(device, key.scope(), key.keyId());
    }

    private KeyHandouts handouts(ScopeId scope) {
        return handouts.computeIfAbsent(scope, s -> KeyHandouts.of(this, s, scopes.getOrDefault(s, Governed.NOTHING).keys()));
    }

    /** The last revocation of a device by its serial, in whatever scope; empty where there is none. */
    public Optional<Revocation> lastRevocation(DeviceId device) {
        return scopes.values().stream().flatMap(said -> Optional.ofNullable(said.files().get(device)).stream()).flatMap(f -> f.strikes().stream())
                .max(Comparator.comparingLong(DeviceFile.Strike::serial)).map(DeviceFile.Strike::revocation);
    }

    /** Whether the device may, in words written in that scope, give and take this role in all these communes. */
    boolean rules(DeviceId author, ScopeId scope, Role role, Collection<ScopeId> communes) {
        return isRoot(author) || communes.stream().noneMatch(elsewhere)
                && GrantChain.rules(file(author, scope).map(DeviceFile::grants).orElse(List.of()), role, communes);
    }

    /** Whether a revocation by that officer would take anything from the device. */
    public boolean mayRevoke(DeviceId officer, DeviceId device) {
        return of(device).stream().anyMatch(grant -> isLive(officer, grant.scope()) && rules(officer, grant.scope(), grant.role(), grant.communes()));
    }

    /** Who helped to open the device when its passphrase was forgotten, and may help such a device, the earliest first. */
    public List<RecoveryAct> recoveries(DeviceId device) {
        return scopes.values().stream().flatMap(said -> said.recoveries().stream()).filter(r -> r.device().equals(device) && HelpRights.answersFor(this, r.officer(), device))
                .sorted(RecoveryAct.EARLIEST_FIRST).toList();
    }

    /** The next serial of a revocation of this device in that scope. */
    public long nextSerial(DeviceId device, ScopeId scope) {
        return 1 + file(device, scope).stream().flatMap(f -> f.strikes().stream())
                .mapToLong(DeviceFile.Strike::serial).max().orElse(0);
    }

    boolean isRoot(DeviceId device) {
        return device.equals(DeviceId.ofKey(root.bytes()));
    }

    private Optional<DeviceFile> file(DeviceId device, ScopeId scope) {
        return Optional.ofNullable(files(scope).get(device));
    }
}
