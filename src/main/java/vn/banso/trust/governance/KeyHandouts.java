package vn.banso.trust.governance;

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
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.ScopeKey;

/**
 * The keys of one scope that were handed to devices, each sealed to one of them. A key of a commune counts if an officer of that
 * commune handed it out; the one of the province's own scope, if the root or the province did. That one is never replaced: what it
 * seals, the names of officers and of teams, every device of the province may read.
 */
final class KeyHandouts {
    private static final EntryType TYPE = Catalogue.SCOPE_KEY;
    private static final Field DEVICE_KEY = TYPE.field("device_key");
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
            epochs.computeIfAbsent(h.scope, _ -> new TreeSet<>()).add(h.epoch);
            boolean stillReads = reads.computeIfAbsent(h.author, _ -> new HashMap<>())
                    .computeIfAbsent(h.scope, s -> grants.isRoot(h.author) || grants.isLive(h.author, s));
            begun.merge(new Begun(h.scope, h.epoch, h.keyId), stillReads, Boolean::logicalAnd);
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

    static KeyHandouts of(Grants grants, ScopeId scope, Collection<Statement> statements) {
        return new KeyHandouts(grants, statements.stream().flatMap(s -> read(s).stream())
                .filter(h -> mayHandOut(grants, h.author, scope)).toList());
    }

    /** Whether the device may begin a new epoch of the scope, and hand out keys that somebody else began. */
    static boolean mayHandOut(Grants grants, DeviceId author, ScopeId scope) {
        return grants.isRoot(author) && scope.equals(grants.governance()) || (scope.equals(grants.governance())
                ? grants.of(author).stream().anyMatch(g -> g.role() == Role.PROVINCE)
                : grants.roles(author, scope).stream().anyMatch(Role::isOfficer));
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

    static boolean isWhole(Statement statement) {
        return read(statement).isPresent();
    }

    private static Optional<Handout> read(Statement s) {
        Optional<byte[]> device = s.bytes(DEVICE_KEY).filter(k -> k.length == DeviceKeys.PUBLIC_KEY);
        Optional<byte[]> sealed = s.bytes(SEALED);
        Optional<Long> epoch = s.entry().whole(EPOCH).filter(e -> e > 0 && e <= Integer.MAX_VALUE);
        Optional<String> keyId = s.entry().text(KEY_ID).filter(KeyHandouts::isHex);
        return device.isEmpty() || sealed.isEmpty() || epoch.isEmpty() || keyId.isEmpty() ? Optional.empty()
                : Optional.of(new Handout(s.author(), DeviceId.ofKey(device.get()), s.scope(),
                        epoch.get().intValue(), Long.parseUnsignedLong(keyId.get(), 16), sealed.get()));
    }

    private static boolean isHex(String text) {
        return text.matches("[0-9a-f]{16}");
    }
}
