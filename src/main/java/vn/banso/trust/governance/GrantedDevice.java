package vn.banso.trust.governance;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.Fingerprint;

/**
 * A device as lists show it.
 *
 * @param holder of its strongest grant, a person's name
 * @param role the strongest
 * @param communes of all its grants; empty for a province officer, who has all
 * @param revoked whether nothing of what it was granted is left
 */
public record GrantedDevice(DeviceId id, Key signingKey, Key sealingKey, String holder, Role role,
                            SortedSet<ScopeId> communes, boolean revoked, List<Grant> grants) {

    /** @param grants the strongest first, at least one */
    static GrantedDevice of(DeviceId id, List<Grant> grants, boolean revoked) {
        Grant first = grants.getFirst();
        SortedSet<ScopeId> communes = grants.stream().flatMap(g -> g.communes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new GrantedDevice(id, first.signingKey(), first.sealingKey(), first.holder(), first.role(), communes, revoked, grants);
    }

    public String fingerprint() {
        return Fingerprint.of(signingKey.bytes());
    }

    /** Without the holder's name, which must not get into logs. */
    @Override
    public String toString() {
        return role + " " + id;
    }
}
