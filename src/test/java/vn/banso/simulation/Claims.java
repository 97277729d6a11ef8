package vn.banso.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.values.ScopeId;

/** What a node tells its people about their own work, and whether it may. */
final class Claims {
    private final World world;

    Claims(World world) {
        this.world = world;
    }

    /** The batches of this device of which the node says: the province has it. */
    Set<Hash> atTheProvince(ModelNode node) {
        Set<Hash> claimed = new HashSet<>();
        for (Receipt receipt : node.mailbox.receipts()) {
            if (!world.craft.isProvince(Cast.device(receipt.nodeKey()))) {
                continue;
            }
            for (Receipt.Line line : receipt.lines()) {
                if (line.applied() == line.number() && line.device().equals(Cast.id(node.device))) {
                    claimed.addAll(covered(node, receipt.scope(), line));
                }
            }
        }
        return claimed;
    }

    private List<Hash> covered(ModelNode node, ScopeId scope, Receipt.Line line) {
        if (world.craft.followsChains()) {
            return chain(node, line.tip());
        }
        return node.shelf.batches().stream().map(world.paper::batch).filter(b -> b.header().number() <= line.number()
                && b.header().incarnation() == line.incarnation() && b.header().scope().equals(scope)
                && Cast.device(b.header().authorKey()) == node.device).map(Batch::hash).toList();
    }

    private List<Hash> chain(ModelNode node, Hash tip) {
        List<Hash> chain = new java.util.ArrayList<>();
        for (Optional<Batch> at = node.shelf.get(tip); at.isPresent(); at = node.shelf.get(at.get().header().previous())) {
            chain.add(at.get().hash());
        }
        return chain;
    }

    /** Never ahead of what the province itself stated. */
    void areNotAhead(ModelNode node) {
        Set<Hash> truth = new HashSet<>();
        for (Hash tip : world.stated) {
            for (Batch at = world.paper.batch(tip); at != null; at = world.paper.batch(at.header().previous())) {
                truth.add(at.hash());
            }
        }
        Invariants.check(truth.containsAll(atTheProvince(node)), node, () -> "says that the province has what it never stated to have");
    }

    /** After the full exchange: also not behind. */
    void areTrue() {
        ModelNode province = world.nodes.getFirst();
        for (ModelNode node : world.nodes) {
            areNotAhead(node);
            Set<Hash> claimed = atTheProvince(node);
            for (Hash hash : node.shelf.batches()) {
                boolean mine = Cast.device(world.paper.batch(hash).header().authorKey()) == node.device;
                Invariants.check(!mine || province.shelf.standing(hash).filter(s -> s == BatchStatus.APPLIED).isEmpty()
                        || world.serialsRepeat || claimed.contains(hash) || behindUnfinished(province, hash), node,
                        () -> "does not know that the province has its work");
            }
        }
    }

    /** A line that has not been applied to its end is not stated yet. */
    private boolean behindUnfinished(ModelNode province, Hash hash) {
        return province.shelf.after(hash).stream().anyMatch(b -> {
            BatchStatus s = province.shelf.standing(b.hash()).orElseThrow();
            return s.placed() && s != BatchStatus.APPLIED && s != BatchStatus.SET_ASIDE || behindUnfinished(province, b.hash());
        });
    }
}
