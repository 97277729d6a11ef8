package vn.banso.trust.governance;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.register.values.ScopeId;

/**
 * All that counts about one device: its grants, and the revocations that reach it. Two files are equal where nothing that
 * could be answered from them differs.
 *
 * @param grants those whose author was entitled, the strongest first
 * @param strikes all revocations of the device, each with what its author was granted
 */
record DeviceFile(List<Grant> grants, List<Strike> strikes) {
    static final Comparator<Grant> STRONGEST_FIRST =
            Comparator.comparingInt((Grant g) -> -g.role().rank()).thenComparing(Grant::change);

    /**
     * @param serial of the revocation, as far as it follows those before it step by step; 0 where it does not
     * @param authority what the author of the revocation holds; empty where it is the root key itself
     */
    record Strike(Revocation revocation, long serial, Optional<List<Grant>> authority) {
        private static final int ROOT = Role.PROVINCE.rank() + 1;

        boolean reaches(Role role, ScopeId commune) {
            return authority.map(grants -> grants.stream().anyMatch(g -> g.rules(role, commune))).orElse(true);
        }

        boolean reaches(Grant grant) {
            return authority.map(held -> grant.communes().stream().anyMatch(c -> reaches(grant.role(), c))
                    || held.stream().anyMatch(g -> g.role() == Role.PROVINCE && g.role().mayGrant(grant.role()))).orElse(true);
        }

        int rank() {
            return authority.map(held -> held.stream().mapToInt(g -> g.role().rank()).max().orElse(0)).orElse(ROOT);
        }
    }

    Set<Role> roles(ScopeId commune) {
        return grants.stream().filter(g -> g.covers(commune)).map(Grant::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    boolean isOfficer() {
        return grants.stream().anyMatch(g -> g.role().isOfficer());
    }

    /** The revocation that decides about a commune: only one that reaches the strongest role there; empty where it is live. */
    Optional<Revocation> revoked(ScopeId commune) {
        int rank = roles(commune).stream().mapToInt(Role::rank).max().orElse(0);
        return decisive(strikes.stream().filter(s -> roles(commune).stream().filter(r -> r.rank() == rank)
                .allMatch(r -> s.reaches(r, commune))).toList());
    }

    /**
     * The revocation that decides about the governance scope: one that reaches a grant of its highest rank. Whoever is above the
     * device in one commune alone does not silence it: two officers, each above the other somewhere, could do so to each
     * other, and who had the last word would depend on who came first.
     */
    Optional<Revocation> revokedAsOfficer() {
        int rank = grants.stream().mapToInt(g -> g.role().rank()).max().orElse(0);
        return decisive(strikes.stream()
                .filter(s -> grants.stream().anyMatch(g -> g.role().rank() == rank && s.reaches(g))).toList());
    }

    /** Whether nothing of what it was granted is left. */
    boolean isRevoked() {
        return grants.stream().noneMatch(this::isLive);
    }

    boolean isLive(Grant grant) {
        return grant.role() == Role.PROVINCE
                ? strikes.stream().noneMatch(s -> s.reaches(grant))
                : grant.communes().stream().anyMatch(c -> strikes.stream().noneMatch(s -> s.reaches(grant.role(), c)));
    }

    private static Optional<Revocation> decisive(List<Strike> strikes) {
        return strikes.stream().max(Comparator.comparingInt(Strike::rank).thenComparingLong(Strike::serial)
                .thenComparing(Strike::revocation, Revocation.DECISIVE_LAST)).map(Strike::revocation);
    }
}
