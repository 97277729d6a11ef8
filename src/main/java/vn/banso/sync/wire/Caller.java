package vn.banso.sync.wire;

import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.governance.Grants;

/**
 * Who calls, and so how much an answer tells. Batches are taken from whoever proved who it is; nothing is given to
 * anybody but:
 *
 * <ul>
 *   <li>Whoever may read a scope now gets its batches.
 *   <li>Whoever was ever granted anything here gets the governance batches, a revoked device too: it must be able to learn that it
 *       was, and what came after it cannot open. It also gets receipts, of communes for which it only carries as well.
 *   <li>Everybody else is only told which of what it named itself is here.
 * </ul>
 */
public final class Caller {
    private final Optional<DeviceId> proven;
    private final Grants grants;

    /** @param proven who signed one of our nonces, and this very parcel */
    public Caller(Optional<DeviceId> proven, Grants grants) {
        this.proven = proven;
        this.grants = grants;
    }

    public boolean isProven() {
        return proven.isPresent();
    }

    public boolean isKnown() {
        return proven.filter(device -> !grants.of(device).isEmpty()).isPresent();
    }

    public boolean mayRead(ScopeId scope) {
        return scope.equals(grants.governance()) ? isKnown() : proven.filter(device -> grants.isLive(device, scope)).isPresent();
    }

    /** Whether it worked there once: it must be able to learn that it was revoked, and gets what is said about devices there. */
    public boolean mayLearn(ScopeId scope) {
        return proven.filter(device -> grants.of(device).stream().anyMatch(grant -> grant.covers(scope))).isPresent();
    }
}
