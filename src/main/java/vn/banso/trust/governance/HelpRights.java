package vn.banso.trust.governance;

import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.ScopeId;

/** Which officer may help to open a device whose passphrase was forgotten. */
public final class HelpRights {
    private HelpRights() {}

    /** The scope in which the officer writes down having helped the device; empty where the officer may not. */
    public static Optional<ScopeId> in(Grants grants, DeviceId officer, DeviceId device) {
        boolean may = !officer.equals(device) && grants.device(device).filter(d -> !d.revoked()).isPresent() && answersFor(grants, officer, device);
        Stream<ScopeId> where = may ? Stream.concat(grants.of(device).getFirst().communes().stream(), Stream.of(grants.governance())) : Stream.empty();
        return where.filter(scope -> grants.isLive(officer, scope) && KeyHandouts.mayHandOut(grants, officer, scope)).findFirst();
    }

    /** Whether the officer is of no lower rank than the device, revoked or not, and of one of its communes. */
    static boolean answersFor(Grants grants, DeviceId officer, DeviceId device) {
        return grants.of(device).stream().findFirst().filter(held -> grants.of(officer).stream().anyMatch(g -> g.role().isOfficer()
                && g.role().rank() >= held.role().rank() && (g.role() == Role.PROVINCE || held.communes().stream().anyMatch(g::covers)))).isPresent();
    }
}
