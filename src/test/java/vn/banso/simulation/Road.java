package vn.banso.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;

/** The exchange of two nodes: here is what I have and what you lack; what do you have that I lack? */
final class Road {
    /** A round is a parcel and its answer. A forked feed takes one more than a straight one. */
    static final int MOST_ROUNDS = 5;

    /**
     * What travels.
     *
     * @param have the tips of every scope the sender carries
     */
    record Parcel(int from, Map<ScopeId, List<Tip>> have, List<Batch> batches, List<Receipt> receipts) {}

    private final World world;

    Road(World world) {
        this.world = world;
    }

    /** @return how many batches were new to one of them */
    int talk(ModelNode a, ModelNode b, Faults faults) {
        int moved = 0;
        Map<ScopeId, List<Tip>> theirs = Map.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Parcel> request = faults.carry(parcel(a, b, theirs));
            if (request.isEmpty()) {
                return moved;
            }
            int up = receive(b, request.get());
            Parcel back = parcel(b, a, request.get().have());
            Optional<Parcel> answer = faults.carry(back);
            if (answer.isEmpty()) {
                return moved + up;
            }
            int down = receive(a, answer.get());
            moved += up + down;
            theirs = answer.get().have();
            if (isSame(a, theirs) || faults != Faults.NONE && round > 1) {
                return moved;
            }
        }
        throw new AssertionError("machines " + a.machine + " and " + b.machine + " still talk after " + MOST_ROUNDS + " rounds");
    }

    private static boolean isSame(ModelNode node, Map<ScopeId, List<Tip>> theirs) {
        return theirs.entrySet().stream().allMatch(e -> !node.carries.contains(e.getKey())
                || node.shelf.tips(e.getKey()).size() == e.getValue().size() && node.shelf.tips(e.getKey()).containsAll(e.getValue()));
    }

    private Parcel parcel(ModelNode from, ModelNode to, Map<ScopeId, List<Tip>> theirs) {
        List<Receipt> receipts = new ArrayList<>(from.mailbox.receipts());
        for (ScopeId scope : Cast.SCOPES) {
            if (from.carries.contains(scope)) {
                receipts.add(from.receipt(scope));
            }
        }
        return new Parcel(from.machine, from.have(), from.owedTo(to.machine, theirs), receipts);
    }

    /** What a person writes to a stick: for the peer as it is known by its receipts, or for anybody. */
    Parcel export(ModelNode from, ModelNode to, boolean forAnybody) {
        return parcel(from, to, forAnybody ? everything(from) : to.have());
    }

    private static Map<ScopeId, List<Tip>> everything(ModelNode from) {
        Map<ScopeId, List<Tip>> nothing = new java.util.HashMap<>();
        from.carries.forEach(s -> nothing.put(s, List.of()));
        return nothing;
    }

    int receive(ModelNode node, Parcel parcel) {
        parcel.receipts().forEach(node.mailbox::take);
        return node.take(parcel.batches());
    }

    /** Batches that only look right: not signed by whom they name, or signed and out of line. */
    void forge(ModelNode at, Step step) {
        ModelNode victim = world.nodes.get(step.b() % world.nodes.size());
        ScopeId scope = Cast.COMMUNES.getFirst();
        if (!at.carries.contains(scope)) {
            return;
        }
        List<Tip> tips = at.shelf.tips(scope);
        Hash previous = tips.isEmpty() ? Hash.NONE : tips.get(step.c() % tips.size()).hash();
        int number = tips.isEmpty() ? 1 : 1 + tips.get(step.c() % tips.size()).number();
        Batch unsigned = world.paper.forge(victim.device, victim.incarnation, scope, number, previous, List.of());
        if (number == 1) {
            at.take(List.of(unsigned));
        } else {
            // Signed, by a device that names somebody else's batch as the one before, or jumps a number.
            Batch astray = world.paper.seal(victim.device, victim.incarnation + 500, scope, number, previous, 1, List.of(), List.of());
            at.take(List.of(unsigned, astray));
        }
    }
}
