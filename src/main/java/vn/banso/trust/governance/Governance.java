package vn.banso.trust.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Hpke;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.crypto.SecureRandomSource;
import vn.banso.trust.vault.Recovery;

/** Writes an officer's acts down as drafts of governance entries, ready for {@code save}. */
public final class Governance {
    private final ScopeId scope;
    private final FreshIds ids;

    /** @param scope the governance scope of the province */
    public Governance(ScopeId scope) {
        this.scope = scope;
        this.ids = new FreshIds(SecureRandomSource.source());
    }

    /**
     * What an act comes to.
     *
     * @param drafts to be saved together
     * @param keys new scope keys, to be kept by this node before the drafts are sealed
     */
    public record Act(List<Draft> drafts, List<ScopeKey> keys) {}

    /**
     * The first entries of a province, written by its root key: the province, its first officer, and the governance key.
     *
     * @param receiver address of the province's receiver, or empty
     */
    public Act found(String code, String name, String listVersion, String receiver, Enrolment.Request officer) {
        ScopeKey key = ScopeKey.fresh(scope, 1);
        return new Act(List.of(province(code, name, listVersion, receiver),
                grant(officer, Role.PROVINCE, Set.of(), Optional.empty(), scope),
                scopeKey(key, officer.signingKey(), officer.sealingKey())), List.of(key));
    }

    /**
     * Grants a device, and hands it and whoever lacks them the keys of its communes that this node holds. A commune without any
     * key that may be used gets one. The governance keys travel in the {@linkplain Enrolment#welcome welcome}.
     *
     * @param communes empty for {@link Role#PROVINCE}
     */
    public Act approve(Grants grants, Keyring keyring, Enrolment.Request request, Role role, Set<ScopeId> communes,
                       Optional<Value.Day> until) {
        List<ScopeKey> fresh = communes.stream().filter(c -> keyring.current(c).isEmpty())
                .flatMap(c -> next(grants, c).stream()).toList();
        Set<ScopeId> reached = role == Role.PROVINCE
                ? keyring.all().stream().map(ScopeKey::scope).filter(s -> !s.equals(scope)).collect(Collectors.toSet())
                : communes;
        List<Draft> drafts = new ArrayList<>(grants(request, role, communes, until));
        for (ScopeKey key : keys(keyring, fresh, reached)) {
            if (!grants.hasBeenHanded(request.device(), key)) {
                drafts.add(scopeKey(key, request.signingKey(), request.sealingKey()));
            }
            drafts.addAll(missing(grants, key, Set.of(request.device())));
        }
        return new Act(List.copyOf(drafts), fresh);
    }

    /**
     * Revokes a device, and begins new epochs, without it, of the scopes whose keys this node holds and may change.
     *
     * @param lastGood what counts of its feeds: what this node holds, and what others have confirmed
     */
    public Act revoke(Grants grants, Keyring keyring, DeviceKeys me, DeviceId device, Collection<Tip> lastGood, String reason) {
        GrantedDevice revoked = grants.device(device).orElseThrow(() -> new IllegalArgumentException("a device nobody knows"));
        List<Draft> drafts = new ArrayList<>();
        Stream<ScopeId> where = grants.isRoot(me.id()) ? Stream.of(scope)
                : revoked.grants().stream().map(Grant::scope).distinct().filter(s -> KeyHandouts.mayHandOut(grants, me.id(), s)).sorted();
        where.forEach(s -> drafts.add(revocation(grants, s, revoked.signingKey().bytes(), lastGood, reason)));
        List<ScopeKey> fresh = new ArrayList<>();
        for (ScopeId known : scopes(keyring)) {
            if (!known.equals(scope) && !grants.roles(device, known).isEmpty() && KeyHandouts.mayHandOut(grants, me.id(), known)) {
                next(grants, known).ifPresent(next -> {
                    fresh.add(next);
                    drafts.addAll(missing(grants, next, Set.of(device)));
                });
            }
        }
        return new Act(List.copyOf(drafts), List.copyOf(fresh));
    }

    /**
     * Says once more of a device that was revoked what counts of it; no keys are begun.
     *
     * @param lastGood all that counts from now on
     */
    public Act correct(Grants grants, DeviceKeys me, DeviceId device, Collection<Tip> lastGood, String reason) {
        return revoke(grants, new Keyring(), me, device, lastGood, reason);
    }

    /** The same revocation with the word that nothing else counts, whoever confirmed it. */
    public static Act withNothingElse(Act revocation) {
        return new Act(revocation.drafts.stream().map(d -> d.type() == Catalogue.REVOCATION ? d.with("last_good", only(d)) : d).toList(), revocation.keys);
    }

    private static Value.Items only(Draft revocation) {
        SortedSet<String> lines = new TreeSet<>(((Value.Items) revocation.fields().get(Catalogue.REVOCATION.field("last_good").id())).items());
        lines.add(Revocation.ONLY);
        return new Value.Items(lines);
    }

    /** Empty after the last epoch there can be: then a revocation goes through without new keys. */
    private static Optional<ScopeKey> next(Grants grants, ScopeId scope) {
        int last = grants.lastEpoch(scope);
        return last == Integer.MAX_VALUE ? Optional.empty() : Optional.of(ScopeKey.fresh(scope, last + 1));
    }

    /**
     * Hands keys to everybody who may read but was left out, such as a device granted while somebody else began a new epoch; and begins
     * a new epoch of a commune whose key is known to somebody who was shut out, by an officer who could not begin one or at the same time
     * as another did. Empty nearly always; officers' nodes ask after each exchange.
     */
    public Act handOut(Grants grants, Keyring keyring, DeviceKeys me) {
        return handOut(grants, keyring, me, _ -> true);
    }

    /** @param concerned the scopes to look at: those in which anything was said since the last time */
    public Act handOut(Grants grants, Keyring keyring, DeviceKeys me, Predicate<ScopeId> concerned) {
        List<ScopeId> mine = scopes(keyring).stream().filter(s -> !s.equals(scope) && concerned.test(s))
                .filter(s -> KeyHandouts.mayHandOut(grants, me.id(), s)).toList();
        List<ScopeKey> fresh = mine.stream().filter(s -> grants.isLive(me.id(), s) && needsAnother(grants, keyring, s))
                .flatMap(s -> next(grants, s).stream()).toList();
        List<Draft> drafts = new ArrayList<>();
        keyring.all().stream().filter(k -> mine.contains(k.scope())).forEach(key -> drafts.addAll(missing(grants, key, Set.of())));
        fresh.forEach(key -> drafts.addAll(missing(grants, key, Set.of())));
        return new Act(List.copyOf(drafts), fresh);
    }

    /** Asked only where the last key of the scope has arrived here. */
    private static boolean needsAnother(Grants grants, Keyring keyring, ScopeId scope) {
        return keyring.all().stream().filter(k -> k.scope().equals(scope)).anyMatch(k -> k.epoch() == grants.lastEpoch(scope))
                && keyring.current(scope).map(grants::isKnownOutside).orElse(true);
    }

    public Draft province(String code, String name, String listVersion, String receiver) {
        return draft(Catalogue.PROVINCE, scope).with("code", new Value.Text(code)).with("name", new Value.Text(name))
                .with("list_version", new Value.Text(listVersion)).with("receiver", new Value.Text(receiver));
    }

    /** An officer helps a device whose passphrase was forgotten. */
    public Act help(ScopeId in, Recovery.Request request) {
        return new Act(List.of(draft(Catalogue.RECOVERY, in).with("device_key", new Value.Bytes(request.deviceKey()))
                .with("one_time_key", new Value.Bytes(request.oneTimeKey()))), List.of());
    }

    /** A named set of communes, such as a former district. */
    public Draft area(String name, Collection<ScopeId> communes) {
        return draft(Catalogue.AREA, scope).with("name", new Value.Text(name)).with("communes", items(communes));
    }

    /** One for the province or an area; for a commune's people one in each of their communes. */
    private List<Draft> grants(Enrolment.Request request, Role role, Set<ScopeId> communes, Optional<Value.Day> until) {
        return Grant.isOfProvince(role) ? List.of(grant(request, role, communes, until, scope))
                : communes.stream().sorted().map(c -> grant(request, role, Set.of(), until, c)).toList();
    }

    /** @param in the scope in which it stands */
    public Draft grant(Enrolment.Request request, Role role, Collection<ScopeId> communes, Optional<Value.Day> until, ScopeId in) {
        Draft grant = draft(Catalogue.GRANT, in)
                .with("device_key", new Value.Bytes(request.signingKey()))
                .with("sealing_key", new Value.Bytes(request.sealingKey()))
                .with("holder", new Value.Text(request.holder()))
                .with("role", role.code());
        Draft whole = communes.isEmpty() ? grant : grant.with("communes", items(communes));
        return until.map(day -> whole.with("until", day)).orElse(whole);
    }

    /** Of a commune's people only their feeds there are named: nobody elsewhere reads it. */
    public Draft revocation(Grants grants, ScopeId in, byte[] deviceKey, Collection<Tip> lastGood, String reason) {
        SortedSet<String> lines = lastGood.stream().filter(t -> in.equals(scope) || t.feed().scope().equals(in)).map(Revocation::line)
                .collect(Collectors.toCollection(TreeSet::new));
        return draft(Catalogue.REVOCATION, in)
                .with("device_key", new Value.Bytes(deviceKey))
                .with("last_good", new Value.Items(lines))
                .with("reason", new Value.Text(reason))
                .with("serial", new Value.Whole(grants.nextSerial(DeviceId.ofKey(deviceKey), in)));
    }

    public Draft scopeKey(ScopeKey key, byte[] deviceKey, byte[] sealingKey) {
        return draft(Catalogue.SCOPE_KEY, key.scope())
                .with("device_key", new Value.Bytes(deviceKey))
                .with("epoch", new Value.Whole(key.epoch()))
                .with("key_id", new Value.Text(String.format(Locale.ROOT, "%016x", key.keyId())))
                .with("sealed", new Value.Bytes(key.sealTo(sealingKey)));
    }

    private List<Draft> missing(Grants grants, ScopeKey key, Set<DeviceId> except) {
        return grants.readers(key.scope()).stream()
                .filter(d -> !except.contains(d.id()) && !grants.hasBeenHanded(d.id(), key))
                .flatMap(d -> handedTo(d, key).stream()).toList();
    }

    /** Empty where nothing can be sealed to what the device was granted as its key: that must not keep the others from theirs. */
    private Optional<Draft> handedTo(GrantedDevice device, ScopeKey key) {
        byte[] sealingKey = device.sealingKey().bytes();
        return Hpke.isRecipient(sealingKey) ? Optional.of(scopeKey(key, device.signingKey().bytes(), sealingKey)) : Optional.empty();
    }

    private static List<ScopeKey> keys(Keyring keyring, List<ScopeKey> fresh, Set<ScopeId> scopes) {
        List<ScopeKey> keys = new ArrayList<>(fresh);
        keyring.all().stream().filter(k -> scopes.contains(k.scope())).forEach(keys::add);
        return keys;
    }

    private static Set<ScopeId> scopes(Keyring keyring) {
        return keyring.all().stream().map(ScopeKey::scope).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Value.Items items(Collection<ScopeId> communes) {
        return new Value.Items(communes.stream().map(ScopeId::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    private Draft draft(EntryType type, ScopeId in) {
        EntryId id = ids.next();
        return Draft.of(type, in, id);
    }
}
