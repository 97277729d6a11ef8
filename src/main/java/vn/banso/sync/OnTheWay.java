package vn.banso.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.parcel.Have;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;

/** Whether a parcel that lies in a folder still waits for somebody: a laptop's for its commune, an office's for the province, any for a desk that said what it lacks. */
final class OnTheWay {
    private final Node node;
    private final List<Have> desks;
    private final Map<ScopeId, Have> arrived = new HashMap<>();

    /** @param desks what desks hold, as they answered */
    OnTheWay(Node node, List<Have> desks) {
        this.node = node;
        this.desks = desks;
    }

    /** Not where something in it was erased: then it must be written anew without that. */
    boolean waits(List<Batch> parcel) {
        return parcel.stream().anyMatch(this::isOwed) && parcel.stream().noneMatch(batch -> node.ledger().redaction(batch.hash()).isPresent());
    }

    private boolean isOwed(Batch batch) {
        ScopeId scope = batch.header().scope();
        Have there = node.ledger().isPlaced(batch.hash()) ? arrived.computeIfAbsent(scope, node.ledger().confirmations()::arrived) : Confirmed.byProvince(node, scope);
        return lacks(there, batch) || desks.stream().anyMatch(desk -> desk.scope().equals(scope) && lacks(desk, batch));
    }

    private static boolean lacks(Have have, Batch batch) {
        return have.tips().stream().noneMatch(tip -> tip.feed().equals(batch.feed()) && tip.number() >= batch.header().number());
    }
}
