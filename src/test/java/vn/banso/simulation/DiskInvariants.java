package vn.banso.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.Attention;
import vn.banso.store.writing.HistoryItem;

/** What must hold between real stores. */
final class DiskInvariants {
    private final DiskWorld world;

    DiskInvariants(DiskWorld world) {
        this.world = world;
    }

    /** Nothing is called received that is not there. */
    void isNotAhead(DiskMachine machine) {
        if (world.provinceWentBack) {
            return;
        }
        for (DiskWorld.Act act : world.acts) {
            if (act.author().equals(machine.node().id()) && DiskWorld.past(machine, act).isPresent()
                    && machine.node().ledger().stateOf(act.scope(), act.change().entry()).equals(Optional.of(RecordState.PROVINCE))) {
                assertThat(world.holds(world.province(), act)).as("machine %d: the province has %s", machine.number, act).isTrue();
            }
        }
    }

    /** After everybody talked with the province. */
    void agree() {
        Node province = world.province().node();
        for (ScopeId scope : Cast.SCOPES) {
            Hash digest = province.digest(Optional.of(scope));
            for (Node node : world.live()) {
                if (node.keyring().current(scope).isPresent()) {
                    assertThat(node.digest(Optional.of(scope))).as("the register of %s on %s", scope, node.dir()).isEqualTo(digest);
                }
            }
        }
        world.acts.stream().filter(act -> !world.lost.contains(act) && !world.revoked.contains(act.author())).forEach(act ->
                assertThat(isErased(province, act) || DiskWorld.past(world.province(), act).isPresent())
                        .as("saved and not at the province: %s", act).isTrue());
        entries().forEach((scope, ids) -> ids.forEach(id -> showsWhatWasSaved(province, scope, id)));
        world.machines.stream().filter(m -> !world.revoked.contains(m.node().id())).forEach(this::knowsThatItArrived);
        world.machines.forEach(this::isNotAhead);
    }

    private Map<ScopeId, Set<EntryId>> entries() {
        Map<ScopeId, Set<EntryId>> entries = new HashMap<>();
        world.acts.forEach(a -> entries.computeIfAbsent(a.scope(), _ -> new HashSet<>()).add(a.change().entry()));
        return entries;
    }

    private static boolean isErased(Node node, DiskWorld.Act act) {
        return node.state(act.scope(), act.change().entry()).filter(s -> s.erased()).isPresent();
    }

    /** Compared with the slow model over the history that the store tells. */
    private static void showsWhatWasSaved(Node node, ScopeId scope, EntryId id) {
        List<Change> counted = node.history(scope, id).stream().filter(p -> p.refused().isEmpty() && p.batch().isPresent())
                .map(HistoryItem::change).distinct().toList();
        if (counted.isEmpty() || node.state(scope, id).filter(s -> !s.erased()).isEmpty()) {
            return;
        }
        Oracle oracle = Oracle.of(counted.getFirst().type(), counted);
        assertThat(node.state(scope, id).map(s -> Conflicts.shown(scope, s).fields())).as("%s", id).contains(oracle.entry(scope, id).fields());
        boolean open = node.attention().stream().anyMatch(a -> (a.kind() == Attention.Kind.CONFLICT || a.kind() == Attention.Kind.LEFT_BEHIND) && a.scope().equals(Optional.of(scope))
                && a.entry().equals(Optional.of(id)));
        assertThat(open).as("conflict of %s", id).isEqualTo(!oracle.open().isEmpty());
    }

    private void knowsThatItArrived(DiskMachine machine) {
        Node province = world.province().node();
        for (DiskWorld.Act act : world.acts) {
            boolean all = province.history(act.scope(), act.change().entry()).stream().allMatch(p -> p.refused().isEmpty());
            if (act.author().equals(machine.node().id()) && DiskWorld.past(machine, act).isPresent() && all
                    && !isErased(province, act) && !world.provinceWentBack) {
                assertThat(machine.node().ledger().stateOf(act.scope(), act.change().entry())).as("machine %d about %s", machine.number, act)
                        .contains(RecordState.PROVINCE);
            }
        }
    }
}
