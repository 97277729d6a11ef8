package vn.banso.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.simulation.MemoryShelf.Key;

/** What must hold. Each failure says which promise is broken. */
final class Invariants {
    private final World world;

    Invariants(World world) {
        this.world = world;
    }

    /** At any moment: a node's register is what its batches and its unsealed changes say, in whatever order they came. */
    Court explains(ModelNode node) {
        Court court = new Court(node);
        check(node.grants().equals(court.grants), node, () -> "believes other grants than it holds");
        for (Hash hash : node.shelf.batches()) {
            Court.Verdict found = new Court.Verdict(node.shelf.standing(hash).orElseThrow(), node.shelf.reason(hash),
                    node.shelf.refused(hash));
            check(found.equals(court.verdicts.get(hash)), node,
                    () -> "batch is " + found + " and must be " + court.verdicts.get(hash));
        }
        int households = 0;
        for (ScopeId scope : Cast.SCOPES) {
            Map<Key, Map<ChangeId, Change>> counted = court.counted.get(scope);
            check(node.shelf.entries(scope).keySet().equals(counted.keySet()), node, () -> "holds other entries than its batches");
            for (var entry : counted.entrySet()) {
                households += shows(node, entry.getKey(), entry.getValue().values());
            }
        }
        int must = households;
        check(world.craft.households(node) == must, node,
                () -> "counts " + world.craft.households(node) + " households of " + must);
        return court;
    }

    /** @return 1 where this is a household that counts */
    private int shows(ModelNode node, Key key, Collection<Change> changes) {
        EntryState state = node.shelf.state(key);
        Oracle oracle = Oracle.of(key.type(), changes);
        Map<Integer, Set<ChangeId>> heads = state.fields().keySet().stream().filter(f -> !state.heads(f).isEmpty())
                .collect(Collectors.toMap(f -> f, f -> new HashSet<>(state.bases(f))));
        check(state.erased() == oracle.erased() && heads.equals(oracle.heads()), node,
                () -> key + " has heads " + heads + " and must have " + oracle.heads());
        check(Conflicts.shown(key.scope(), state).equals(oracle.entry(key.scope(), key.entry())), node, () -> key + " shows other values");
        check(new HashSet<>(Conflicts.of(state)).equals(oracle.open()), node,
                () -> key + " has conflicts " + Conflicts.of(state) + " and must have " + oracle.open());
        check(state.deleted() == oracle.deleted(), node, () -> key + " is deleted here and not there");
        return key.type() == Catalogue.HOUSEHOLD.id() && !state.erased() && !state.deleted() ? 1 : 0;
    }

    /**
     * After everybody talked with everybody: one node of each version of the program is right by the slow way, and all others show
     * the same as it does.
     */
    void agree() {
        ModelNode province = world.nodes.getFirst();
        Court court = explains(province);
        Optional<ModelNode> old = world.nodes.stream().filter(n -> !n.upgraded && n.reads.size() == n.carries.size()).findFirst();
        old.ifPresent(this::explains);
        for (ModelNode node : world.nodes) {
            holdTheSame(node, province);
            check(node.grants().equals(province.grants()), node, () -> "believes other grants than the province");
            (node.upgraded ? Optional.of(province) : old).ifPresent(o -> showTheSame(node, o));
        }
        everythingSavedIsHere();
        court.counted.values().forEach(counted -> counted.forEach((key, changes) -> causes(province, key, changes)));
        new Claims(world).areTrue();
    }

    private static void showTheSame(ModelNode node, ModelNode other) {
        for (ScopeId scope : Cast.SCOPES) {
            Map<Key, EntryState> must = node.reads.contains(scope) ? other.shelf.entries(scope) : Map.of();
            check(!other.reads.contains(scope) || node.shelf.entries(scope).equals(must), node,
                    () -> "shows another register than machine " + other.machine);
        }
    }

    private static void holdTheSame(ModelNode node, ModelNode other) {
        for (ScopeId scope : Cast.SCOPES) {
            check(!node.carries.contains(scope) || !other.carries.contains(scope)
                    || new HashSet<>(node.shelf.tips(scope)).equals(new HashSet<>(other.shelf.tips(scope))), node,
                    () -> "holds other batches than machine " + other.machine);
        }
    }

    private void everythingSavedIsHere() {
        Set<ChangeId> held = new HashSet<>();
        world.nodes.forEach(n -> held.addAll(world.changesOn(n)));
        for (ChangeId id : world.acts.keySet()) {
            check(held.contains(id) || world.lost.contains(id), world.nodes.getFirst(), () -> "change " + id + " was saved and is nowhere");
        }
    }

    /** What was written without seeing each other is visible; stamps and bases say what was seen. */
    private void causes(ModelNode node, Key key, Map<ChangeId, Change> changes) {
        EntryState state = node.shelf.state(key);
        Set<Integer> fields = new HashSet<>();
        for (Change change : changes.values()) {
            World.Act act = world.acts.get(change.id());
            fields.addAll(change.fields().keySet());
            boolean erasedBefore = act.seen().stream().anyMatch(s -> kind(s) == Kind.ERASE.number());
            check(erasedBefore || act.seen().stream().allMatch(s -> world.acts.get(s).change().stamp().compareTo(change.stamp()) < 0),
                    node, () -> key + ": a change is stamped earlier than what its author saw");
        }
        if (state.erased()) {
            return;
        }
        List<Integer> open = Conflicts.of(state);
        // Of what was deleted or moved there is nothing to decide; a move takes what is open along.
        boolean settled = state.deleted() || state.link(vn.banso.register.catalogue.SystemField.MOVED).isPresent();
        for (int field : fields) {
            List<Change> parallel = changes.values().stream().filter(c -> c.fields().containsKey(field))
                    .filter(c -> changes.values().stream().noneMatch(o -> o.fields().containsKey(field) && saw(o, c))).toList();
            long values = parallel.stream().map(c -> c.fields().get(field)).distinct().count();
            check(values < 2 || settled || Oracle.merge(key.type(), field) != vn.banso.register.catalogue.Field.Merge.LAST || open.contains(field), node,
                    () -> key + ": field " + field + " was written twice in parallel, and nobody sees it");
            check(parallel.stream().allMatch(c -> state.bases(field).contains(c.id())), node,
                    () -> key + ": a value of field " + field + " that nobody replaced is gone");
        }
        boolean unseen = changes.values().stream().anyMatch(c -> isContent(state, c) && changes.values().stream()
                .noneMatch(o -> o.fields().containsKey(SystemField.DELETED) && saw(o, c)));
        boolean gone = state.heads(SystemField.DELETED).stream().findFirst()
                .filter(h -> !(h.value() instanceof Value.Blank)).isPresent();
        check(!gone || !unseen || !state.deleted() && open.contains(SystemField.DELETED), node,
                () -> key + " was deleted although somebody wrote to it, and nobody sees it");
    }

    private static boolean isContent(EntryState state, Change c) {
        return c.fields().keySet().stream().anyMatch(f -> f >= SystemField.FIRST_DECLARED && state.bases(f).contains(c.id()));
    }

    private boolean saw(Change later, Change earlier) {
        return world.acts.get(later.id()).seen().contains(earlier.id());
    }

    private int kind(ChangeId id) {
        return world.acts.get(id).change().kind();
    }

    /** A node that gets everything at once, in another order, ends the same. */
    void sameInAnyOrder(ModelNode node) {
        List<Batch> all = new ArrayList<>(node.shelf.batches().stream().map(world.paper::batch).toList());
        all.sort(java.util.Comparator.comparing(Batch::hash));
        Collections.shuffle(all, new Random(all.size()));
        ModelNode fresh = new ModelNode(world, -1, node.device, node.carries, node.reads, node.upgraded);
        fresh.take(all);
        for (Hash hash : node.shelf.batches()) {
            check(fresh.shelf.standing(hash).equals(node.shelf.standing(hash))
                    && fresh.shelf.refused(hash).equals(node.shelf.refused(hash)), node, () -> "judges a batch by the order of arrival");
        }
        Cast.SCOPES.forEach(s -> check(fresh.shelf.entries(s).equals(node.shelf.entries(s)), node, () -> "folds by the order of arrival"));
    }

    static void check(boolean holds, ModelNode node, Supplier<String> broken) {
        if (!holds) {
            throw new AssertionError("machine " + node.machine + ": " + broken.get());
        }
    }
}
