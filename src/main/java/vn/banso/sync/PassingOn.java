package vn.banso.sync;

import vn.banso.store.Node;
import vn.banso.trust.Grants;

/** Where grants have changed, somebody may lack a key that this node can give: it looks once for each state of the grants. */
final class PassingOn {
    private final Node node;
    private Grants lookedAt;

    PassingOn(Node node) {
        this.node = node;
    }

    /** What it writes is to be sealed. */
    synchronized void passOn() {
        Grants now = node.grants();
        if (now != lookedAt) {
            lookedAt = now;
            Admission.passOnKeys(node);
        }
    }
}
