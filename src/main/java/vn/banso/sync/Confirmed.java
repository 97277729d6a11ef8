package vn.banso.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.trust.governance.Role;

/** What receipts say that others hold, as a have-list; where their own have-lists are not at hand, or can say nothing. */
final class Confirmed {
    private Confirmed() {}

    static Have by(DeviceId device, Node node, ScopeId scope) {
        return by(device::equals, node, scope);
    }

    static Have byProvince(Node node, ScopeId scope) {
        return by(device -> node.grants().of(device).stream().anyMatch(g -> g.role() == Role.PROVINCE), node, scope);
    }

    private static Have by(Predicate<DeviceId> who, Node node, ScopeId scope) {
        Map<DeviceId, Receipt> newest = new HashMap<>();
        node.ledger().receiptsFor(scope).stream().map(Receipt.Signed::receipt).filter(r -> who.test(r.node()))
                .forEach(r -> newest.merge(r.node(), r, (a, b) -> a.serial() >= b.serial() ? a : b));
        List<Tip> tips = new ArrayList<>();
        newest.values().forEach(r -> tips.addAll(r.tips()));
        return new Have(scope, tips, List.of());
    }
}
