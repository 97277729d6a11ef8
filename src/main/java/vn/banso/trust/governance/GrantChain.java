package vn.banso.trust.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.ScopeId;

/** Follows grants from the root key down. */
public final class GrantChain {
    private GrantChain() {}

    static SortedMap<DeviceId, DeviceFile> files(DeviceId root, Collection<Grant> grants, Collection<Revocation> revocations) {
        Map<DeviceId, List<Grant>> valid = valid(root, grants);
        Map<DeviceId, List<DeviceFile.Strike>> strikes = new HashMap<>();
        Map<DeviceId, Long> serials = new HashMap<>();
        revocations.stream().sorted(Revocation.DECISIVE_LAST).forEach(r -> {
            Optional<List<Grant>> authority = r.author().equals(root) ? Optional.empty()
                    : Optional.of(valid.getOrDefault(r.author(), List.of()));
            // Serials go up step by step: whoever jumps ahead corrects nobody, or nobody could correct it.
            long last = serials.getOrDefault(r.device(), 0L);
            boolean inStep = r.serial() > 0 && r.serial() - 1 <= last;
            DeviceFile.Strike strike = new DeviceFile.Strike(r, inStep ? r.serial() : 0, authority);
            if (valid.getOrDefault(r.device(), List.of()).stream().anyMatch(strike::reaches)) {
                serials.put(r.device(), Math.max(last, strike.serial()));
                strikes.computeIfAbsent(r.device(), _ -> new ArrayList<>()).add(strike);
            }
        });
        SortedMap<DeviceId, DeviceFile> files = new TreeMap<>();
        valid.forEach((device, held) -> files.put(device,
                new DeviceFile(List.copyOf(held), List.copyOf(strikes.getOrDefault(device, List.of())))));
        return files;
    }

    /** Whether somebody who holds these grants may give and take the role in all these communes; a province has all. */
    public static boolean rules(List<Grant> held, Role role, Collection<ScopeId> communes) {
        return held.stream().anyMatch(g -> g.role() == Role.PROVINCE && g.role().mayGrant(role))
                || !communes.isEmpty() && communes.stream().allMatch(c -> held.stream().anyMatch(g -> g.rules(role, c)));
    }

    /** The strongest first: whether a grant counts follows from higher ranks alone. */
    private static Map<DeviceId, List<Grant>> valid(DeviceId root, Collection<Grant> grants) {
        Map<DeviceId, List<Grant>> valid = new HashMap<>();
        grants.stream().sorted(DeviceFile.STRONGEST_FIRST).forEach(grant -> {
            if (grant.author().equals(root)
                    || rules(valid.getOrDefault(grant.author(), List.of()), grant.role(), grant.communes())) {
                valid.computeIfAbsent(grant.device(), _ -> new ArrayList<>()).add(grant);
            }
        });
        return valid;
    }
}
