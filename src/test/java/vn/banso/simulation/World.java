package vn.banso.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.ScopeId;

/** Plays a schedule, and remembers what no node may know: who had seen what, what was really lost, who really held what. */
final class World {
    private static final int MOST_MACHINES = 9;
    private static final long YEAR = 365L * 24 * 3_600_000;
    private static final long NOW = 1_795_000_000_000L;

    /** A saved act, and which changes of the same entry its author had before the eyes. */
    record Act(Change change, ScopeId scope, Set<ChangeId> seen) {}

    /** A parcel on a stick. */
    private record Stick(Road.Parcel parcel) {}

    final Craft craft;
    final Paper paper = new Paper();
    final List<ModelNode> nodes = new ArrayList<>();
    final Map<ChangeId, Act> acts = new HashMap<>();
    /** Changes that existed nowhere but on a disk that was overwritten. */
    final Set<ChangeId> lost = new HashSet<>();
    /** Tips that the province stated as done, when they were. */
    final Set<Hash> stated = new HashSet<>();
    /** Whether the province was set back or copied without anybody noticing, so that its receipts repeat their serials. */
    boolean serialsRepeat;
    long now = NOW;

    private final Road road = new Road(this);
    private final List<ModelNode.Backup> backups = new ArrayList<>();
    private final List<Integer> backupOf = new ArrayList<>();
    private final List<Road.Parcel> sticks = new ArrayList<>();
    private int partition;
    private long incarnations;

    World(Schedule schedule, Craft craft) {
        this.craft = craft;
        long dice = new SplittableRandom(~schedule.seed()).nextLong();
        for (int i = 0; i < schedule.nodes(); i++) {
            Set<ScopeId> carries = new HashSet<>(Cast.SCOPES);
            Set<ScopeId> reads = new HashSet<>(Cast.SCOPES);
            if (i == Cast.OFFICER) {
                reads.remove(Cast.COMMUNES.get(1));
            } else if (i > 1 && i % 3 != 0) {
                carries.remove(Cast.COMMUNES.get(1));
            }
            reads.retainAll(carries);
            nodes.add(new ModelNode(this, i, i, carries, reads, i == 0 || (dice >>> 3 * i & 7) != 0));
        }
        foundProvince(dice >>> 30);
    }

    /** The root grants, one after the other; everybody has heard of those before. A few laptops wait for a later step. */
    private void foundProvince(long dice) {
        ModelNode root = nodes.getFirst();
        Governing office = new Governing(root, new Step(Step.Act.GRANT, 0, 0, 0, 0));
        List<Batch> welcome = new ArrayList<>();
        for (ModelNode node : nodes.subList(1, nodes.size())) {
            if (node.device == Cast.OFFICER || (dice >>> 3 * node.device & 7) != 0) {
                office.grant(node.device, Cast.usualRole(node.device), node.carries.contains(Cast.COMMUNES.get(1))
                        ? Set.copyOf(Cast.COMMUNES) : Set.of(Cast.COMMUNES.get(0)));
                root.seal(Cast.GOVERNANCE, 1).ifPresent(welcome::add);
            }
            node.take(welcome);
        }
    }

    long freshIncarnation() {
        return ++incarnations;
    }

    void saved(ModelNode node, ScopeId scope, Change change, Set<ChangeId> seen) {
        acts.putIfAbsent(change.id(), new Act(change, scope, new HashSet<>(seen)));
    }

    void stated(ModelNode node, Receipt receipt) {
        if (node.device == Cast.PROVINCE) {
            receipt.lines().stream().filter(l -> l.applied() == l.number()).forEach(l -> stated.add(l.tip()));
        }
    }

    void play(Step step) {
        now += 60_000;
        ModelNode a = nodes.get(step.a() % nodes.size());
        Deeds deeds = new Deeds(a, step);
        switch (step.act()) {
            case SAVE -> deeds.save();
            case DELETE -> deeds.deleteOrRestore();
            case ALIAS -> deeds.link(SystemField.ALIAS, Kind.ALIAS, Kind.UNALIAS);
            case MOVE -> deeds.link(SystemField.MOVED, Kind.MOVE, Kind.MOVE);
            case ERASE -> deeds.erase();
            case RESOLVE -> deeds.resolve();
            case SEAL -> Cast.SCOPES.forEach(s -> a.seal(s, schema(a, s, step)));
            case TALK -> talk(a, nodes.get(step.b() % nodes.size()), step);
            case EXPORT -> sticks.add(road.export(a, nodes.get(step.b() % nodes.size()), step.c() % 2 == 0));
            case IMPORT -> importStick(a, step);
            case PARTITION -> partition = step.a() % 3 == 0 ? 0 : step.b();
            case CLONE -> copy(a, step.c() % 2 > 0);
            case BACKUP -> {
                backups.add(a.backup());
                backupOf.add(a.device);
            }
            case RESTORE -> restore(step);
            case CLOCK -> a.clockOffset = (step.salt() % 20) * YEAR;
            case GRANT -> new Governing(governor(step), step).grant(nodes.get(step.b() % nodes.size()).device, 1 + step.c() % 3,
                    step.c() % 5 == 0 ? Set.of() : step.c() % 2 == 0 ? Set.of(Cast.COMMUNES.get(0)) : Set.copyOf(Cast.COMMUNES));
            case REVOKE -> new Governing(governor(step), step).revoke(nodes.get(step.b() % nodes.size()).device, step.c());
            case PARDON -> new Governing(governor(step), step).pardon(nodes.get(step.b() % nodes.size()).device);
            case UPGRADE -> a.upgrade();
            case KEY -> {
                a.reads.addAll(a.carries);
                a.judgeAllAgain();
            }
            case FORGE -> road.forge(a, step);
        }
    }

    private ModelNode governor(Step step) {
        return nodes.get(step.a() % 3 == 0 && nodes.size() > 1 ? Cast.OFFICER : Cast.PROVINCE);
    }

    private static int schema(ModelNode node, ScopeId scope, Step step) {
        return node.upgraded && !scope.equals(Cast.GOVERNANCE) && step.c() % 5 == 0 ? Paper.NEWER_FORMAT : 1;
    }

    private void talk(ModelNode a, ModelNode b, Step step) {
        boolean apart = (partition >>> a.machine & 1) != (partition >>> b.machine & 1);
        if (a != b && !apart) {
            road.talk(a, b, new Faults(step));
        }
    }

    private void importStick(ModelNode a, Step step) {
        if (!sticks.isEmpty()) {
            road.receive(a, new Faults(step).distort(sticks.get(step.b() % sticks.size())));
        }
    }

    private void copy(ModelNode from, boolean noticed) {
        if (nodes.size() < MOST_MACHINES) {
            ModelNode copy = new ModelNode(this, nodes.size(), from.device, from.carries, from.reads, from.upgraded);
            copy.restore(from.backup(), noticed);
            nodes.add(copy);
            serialsRepeat |= from.device == Cast.PROVINCE && !noticed;
        }
    }

    private void restore(Step step) {
        if (!backups.isEmpty()) {
            int which = step.b() % backups.size();
            List<ModelNode> owners = nodes.stream().filter(n -> n.device == backupOf.get(which)).toList();
            ModelNode node = owners.get(step.a() % owners.size());
            boolean noticed = step.c() % 2 > 0;
            Set<ChangeId> gone = changesOn(node);
            node.restore(backups.get(which), noticed);
            nodes.forEach(n -> gone.removeAll(changesOn(n)));
            lost.addAll(gone);
            serialsRepeat |= node.device == Cast.PROVINCE && !noticed;
        }
    }

    /** Everything saved that rests on a machine, sealed or not. */
    Set<ChangeId> changesOn(ModelNode node) {
        Set<ChangeId> on = new HashSet<>();
        node.shelf.batches().forEach(h -> paper.read(h, true).forEach(c -> on.add(c.id())));
        Cast.SCOPES.forEach(s -> node.shelf.unsealed(s).forEach(c -> on.add(c.id())));
        return on;
    }

    /**
     * Everybody talks, over lines that do not fail: first towards the province, then back. More is not needed, but where a batch
     * waited for one before it: that is passed on only when its place is known, so there everybody talks once more.
     */
    void talkItOut() {
        nodes.forEach(n -> Cast.SCOPES.forEach(s -> n.seal(s, 1)));
        boolean gaps = nodes.stream().anyMatch(n -> n.shelf.batches().stream()
                .anyMatch(h -> n.shelf.standing(h).orElseThrow() == BatchStatus.WAITING_PREVIOUS));
        for (int round = gaps ? 0 : 1; round < 2; round++) {
            for (int i = nodes.size() - 1; i > 0; i--) {
                road.talk(nodes.get(i), parent(i), Faults.NONE);
            }
            for (int i = 1; i < nodes.size(); i++) {
                road.talk(nodes.get(i), parent(i), Faults.NONE);
            }
        }
    }

    /** Half of the laptops reach the province only through the commune, which cannot read all it carries. */
    private ModelNode parent(int machine) {
        return nodes.get(machine > 1 && machine % 2 == 0 ? Cast.OFFICER : Cast.PROVINCE);
    }
}
