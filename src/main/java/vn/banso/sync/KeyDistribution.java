package vn.banso.sync;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.trust.governance.Grants;

/** Where grants have changed, somebody may lack a key that this node can give: it looks once at each scope in which something was said. */
final class KeyDistribution {
    private final Node node;
    private Optional<Grants> lookedAt = Optional.empty();

    KeyDistribution(Node node) {
        this.node = node;
    }

    /** What it writes is to be sealed. */
    void passOn() {
        passOn(_ -> false);
    }

    /** @param left the scopes that the other side of an exchange looks after: were both to hand out the same keys, everybody would get them twice */
    synchronized void passOn(Predicate<ScopeId> left) {
        Grants now = node.grants();
        if (lookedAt.isPresent() && lookedAt.get() == now) {
            return;
        }
        Optional<Set<ScopeId>> changed = lookedAt.map(now::scopesChangedSince);
        lookedAt = Optional.of(now);
        Revoking.standByReceipts(node);
        Admission.passOnKeys(node, scope -> !left.test(scope) && changed.map(c -> c.contains(scope)).orElse(true));
    }
}
