package vn.banso.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.ledger.Change;
import vn.banso.ledger.DeviceId;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;

/**
 * The scope keys that were handed to devices, each sealed to one of them. A key of a commune counts if an officer of that
 * commune handed it out; one of the governance scope, if the province did, and then any officer may pass the same key on:
 * otherwise one commune could lead the province's devices apart.
 */
final class KeyHandouts {
    private static final EntryType TYPE = Catalogue.SCOPE_KEY;
    private static final Field DEVICE_KEY = TYPE.field("device_key");
    private static final Field SCOPE = TYPE.field("scope");
    private static final Field EPOCH = TYPE.field("epoch");
    private static final Field KEY_ID = TYPE.field("key_id");
    private static final Field SEALED = TYPE.field("sealed");

    private final List<Handout> handouts;
    private final Set<Named> handed = new HashSet<>();
    private final Map<ScopeId, SortedSet<Integer>> epochs = new HashMap<>();
    /** Each key that somebody began who may, and whether all who did may still read. */
    private final Map<Begun, Boolean> begun = new HashMap<>();

    private record Handout(DeviceId author, DeviceId device, ScopeId scope, int epoch, long keyId, byte[] sealed) {}

    private record Named(DeviceId device, ScopeId scope, long keyId) {}

    private record Begun(ScopeId scope, int epoch, long keyId) {}

    private KeyHandouts(Grants grants, List<Handout> handouts) {
        this.handouts = handouts;
        Map<DeviceId, Map<ScopeId, Boolean>> reads = new HashMap<>();
        for (Handout h : handouts) {
            handed.add(new Named(h.device, h.scope, h.keyId));
            if (mayBegin(grants, h.author, h.scope)) {
                epochs.computeIfAbsent(h.scope, _ -> new TreeSet<>()).add(h.epoch);
                boolean stillReads = reads.computeIfAbsent(h.author, _ -> new HashMap<>())
                        .computeIfAbsent(h.scope, s -> grants.isRoot(h.author) || grants.isLive(h.author, s));
                begun.merge(new Begun(h.scope, h.epoch, h.keyId), stillReads, Boolean::logicalAnd);
            }
        }
    }

    int lastEpoch(ScopeId scope) {
        int last = 0;
        for (int epoch : epochs.getOrDefault(scope, Collections.emptySortedSet())) {
            if (epoch - 1 > last) {
                break;
            }
            last = epoch;
        }
        return last;
    }

    /** Where nobody has begun anything yet, the first key may be. */
    boolean mayBeCurrent(ScopeKey key) {
        int last = lastEpoch(key.scope());
        return last == 0 ? key.epoch() == 1
                : key.epoch() <= last && begun.getOrDefault(new Begun(key.scope(), key.epoch(), key.keyId()), false);
    }

    static KeyHandouts of(Grants grants, Collection<Statement> statements) {
        List<Handout> all = statements.stream().flatMap(s -> read(s).stream()).toList();
        Set<Long> ofProvince = new HashSet<>();
        all.stream().filter(h -> h.scope.equals(grants.governance()) && mayBegin(grants, h.author, h.scope))
                .forEach(h -> ofProvince.add(h.keyId));
        return new KeyHandouts(grants, all.stream().filter(h -> mayBegin(grants, h.author, h.scope)
                || mayPassOn(grants, h.author, h.scope) && ofProvince.contains(h.keyId)).toList());
    }

    /** Whether the device may begin a new epoch of the scope. */
    static boolean mayBegin(Grants grants, DeviceId author, ScopeId scope) {
        return grants.isRoot(author) || (scope.equals(grants.governance())
                ? grants.of(author).stream().anyMatch(g -> g.role() == Role.PROVINCE)
                : grants.roles(author, scope).stream().anyMatch(Role::isOfficer));
    }

    /** Whether the device may hand out a key of the scope that somebody else began. */
    static boolean mayPassOn(Grants grants, DeviceId author, ScopeId scope) {
        return mayBegin(grants, author, scope)
                || scope.equals(grants.governance()) && grants.of(author).stream().anyMatch(g -> g.role().isOfficer());
    }

    /** Whether somebody has the key who may not read the scope any more. */
    boolean isKnownOutside(Grants grants, ScopeKey key) {
        return handouts.stream().filter(h -> h.keyId == key.keyId() && h.scope.equals(key.scope())).map(Handout::device).distinct()
                .anyMatch(d -> !grants.isLive(d, key.scope()));
    }

    boolean has(DeviceId device, ScopeId scope, long keyId) {
        return handed.contains(new Named(device, scope, keyId));
    }

    List<ScopeKey> open(DeviceKeys me) {
        Set<Named> done = new HashSet<>();
        List<ScopeKey> keys = new ArrayList<>();
        for (Handout h : handouts) {
            Named name = new Named(h.device, h.scope, h.keyId);
            if (h.device.equals(me.id()) && !done.contains(name)) {
                ScopeKey.open(me, h.scope, h.epoch, h.keyId, h.sealed).ifPresent(key -> {
                    keys.add(key);
                    done.add(name);
                });
            }
        }
        return keys;
    }

    /** Which keys of this scope the changes hand out. */
    static Set<Long> keyIds(ScopeId scope, Collection<Change> changes) {
        return changes.stream().filter(c -> c.type() == TYPE.id())
                .flatMap(c -> read(Statement.of(scope, c)).stream())
                .filter(h -> h.scope.equals(scope)).map(Handout::keyId).collect(Collectors.toSet());
    }

    /** The scope whose key a statement hands out; empty where it is not a whole statement. */
    static Optional<ScopeId> scope(Statement statement) {
        return read(statement).map(Handout::scope);
    }

    private static Optional<Handout> read(Statement s) {
        Optional<byte[]> device = s.bytes(DEVICE_KEY).filter(k -> k.length == DeviceKeys.PUBLIC_KEY);
        Optional<byte[]> sealed = s.bytes(SEALED);
        Optional<Long> epoch = s.entry().whole(EPOCH).filter(e -> e > 0 && e <= Integer.MAX_VALUE);
        Optional<String> scope = s.entry().text(SCOPE).filter(KeyHandouts::isHex);
        Optional<String> keyId = s.entry().text(KEY_ID).filter(KeyHandouts::isHex);
        return device.isEmpty() || sealed.isEmpty() || epoch.isEmpty() || scope.isEmpty() || keyId.isEmpty() ? Optional.empty()
                : Optional.of(new Handout(s.author(), DeviceId.ofKey(device.get()), ScopeId.parse(scope.get()),
                        epoch.get().intValue(), Long.parseUnsignedLong(keyId.get(), 16), sealed.get()));
    }

    private static boolean isHex(String text) {
        return text.matches("[0-9a-f]{16}");
    }
}
