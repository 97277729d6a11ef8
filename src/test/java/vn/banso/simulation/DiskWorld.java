package vn.banso.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.writing.HistoryItem;
import vn.banso.store.writing.SaveResult;
import vn.banso.sync.Admission;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.Revoking;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;

/**
 * Plays the steps of a {@link Schedule} over real stores, real keys and sealed parcels. Machine 0 is the province, 1 the commune's
 * officer, the others are laptops; all start from copies of one enrolled {@link DiskCast}.
 */
final class DiskWorld implements AutoCloseable {
    private static final int MOST_MACHINES = 6;
    private static final int MOST_BYTES = 1 << 20;

    /** A saved act. */
    record Act(DeviceId author, ScopeId scope, Change change) {}

    private record Backup(int machine, Path folder) {}

    final List<DiskMachine> machines = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    final Set<Act> lost = new HashSet<>();
    final Set<DeviceId> revoked = new HashSet<>();
    /** Whether the province went back to a backup, so that it may have lost what it had confirmed. */
    boolean provinceWentBack;

    private final Path folder;
    private final List<Backup> backups = new ArrayList<>();
    private final List<byte[]> parcels = new ArrayList<>();
    private final Map<Act, Hash> batchOf = new HashMap<>();
    private int partition;
    private int folders;

    DiskWorld(Path template, Path folder) {
        this.folder = folder;
        for (int i = 0; i < DiskCast.MACHINES; i++) {
            DiskMachine.copy(template.resolve("machine-" + i), folder.resolve("machine-" + i));
            machines.add(new DiskMachine(i, folder.resolve("machine-" + i)));
        }
    }

    DiskMachine province() {
        return machines.getFirst();
    }

    void play(Step step) {
        DiskMachine a = machines.get(step.a() % machines.size());
        DiskMachine b = machines.get(step.b() % machines.size());
        Random random = new Random(step.salt());
        DiskDeeds deeds = new DiskDeeds(a.node(), step);
        switch (step.act()) {
            case SAVE -> saved(a, deeds.scope(), deeds.save());
            case DELETE -> saved(a, deeds.scope(), deeds.deleteOrRestore());
            case ALIAS -> saved(a, deeds.scope(), deeds.alias());
            case MOVE -> saved(machines.get(step.a() % 2), deeds.scope(), new DiskDeeds(machines.get(step.a() % 2).node(), step).move());
            case ERASE -> saved(machines.get(step.a() % 2), deeds.scope(), new DiskDeeds(machines.get(step.a() % 2).node(), step).erase());
            case RESOLVE -> saved(a, deeds.scope(), deeds.resolve());
            case SEAL -> a.node().ledger().seal();
            case TALK, EXPORT -> talk(a, b, step.c() % 3 == 0 ? 0 : 3, random);
            case IMPORT, FORGE -> importAgain(a, step, random);
            case PARTITION -> partition = step.a() % 3 == 0 ? 0 : step.b();
            case CLONE -> copy(a);
            case BACKUP -> backUp(a);
            case RESTORE -> restore(step);
            case CLOCK -> a.restart(Duration.ofDays(random.nextInt(-20, 21) * 365L));
            case REVOKE -> revoke(machines.get(step.a() % 2), b);
            case GRANT, PARDON, UPGRADE, KEY -> a.restart();
        }
    }

    private void saved(DiskMachine at, ScopeId scope, SaveResult result) {
        result.changes().forEach(c -> acts.add(new Act(at.node().id(), scopeOf(at, scope, c), c)));
    }

    /** A move writes in two communes. */
    private static ScopeId scopeOf(DiskMachine at, ScopeId scope, Change change) {
        return at.node().history(scope, change.entry()).stream().anyMatch(p -> p.change().id().equals(change.id())) ? scope
                : Cast.COMMUNES.get(1 - Cast.COMMUNES.indexOf(scope));
    }

    private void talk(DiskMachine a, DiskMachine b, int oneIn, Random random) {
        if (a != b && (partition >>> a.number & 1) == (partition >>> b.number & 1)) {
            try {
                exchange(a, b, oneIn, random);
            } catch (PeerException _) {
                // The road failed; whatever came stays, and pressing again is safe.
            }
        }
    }

    Exchange exchange(DiskMachine a, DiskMachine b, int oneIn, Random random) throws PeerException {
        Exchange exchange = new Exchange(a.node(), new ShakyPeer(NodePeer.live(b.node(), MOST_BYTES), random, oneIn, parcels),
                ProgressListener.SILENT);
        exchange.run();
        return exchange;
    }

    private void importAgain(DiskMachine a, Step step, Random random) {
        if (!parcels.isEmpty()) {
            byte[] parcel = parcels.get(step.b() % parcels.size());
            try {
                NodePeer.forFiles(a.node(), MOST_BYTES).exchange(step.c() % 3 == 0 ? ShakyPeer.flipped(parcel, random) : parcel);
            } catch (PeerException _) {
                // Not a parcel any more.
            }
        }
    }

    private void copy(DiskMachine from) {
        if (machines.size() < MOST_MACHINES && from.number > 0) {
            Path to = folder.resolve("machine-" + machines.size());
            from.backUpTo(to);
            machines.add(new DiskMachine(machines.size(), to));
        }
    }

    private void backUp(DiskMachine machine) {
        Path to = folder.resolve("backup-" + folders++);
        machine.backUpTo(to);
        backups.add(new Backup(machine.number, to));
    }

    private void restore(Step step) {
        if (!backups.isEmpty()) {
            Backup backup = backups.get(step.b() % backups.size());
            DiskMachine machine = machines.get(backup.machine());
            acts.forEach(act -> past(machine, act).flatMap(HistoryItem::batch).ifPresent(h -> batchOf.put(act, h)));
            machine.restoreFrom(backup.folder(), step.c() % 3 == 0);
            acts.stream().filter(act -> machines.stream().noneMatch(m -> holds(m, act))).forEach(lost::add);
            provinceWentBack |= machine.number == 0;
        }
    }

    private void revoke(DiskMachine officer, DiskMachine laptop) {
        if (laptop.number > 1 && revoked.isEmpty() && !revoked.contains(officer.node().id())) {
            try {
                Revoking.revoke(officer.node(), Revoking.outlook(officer.node(), laptop.node().id()), "mất máy");
                revoked.add(laptop.node().id());
            } catch (Admission.NotEntitledException _) {
                // The laptop has joined after what this officer knows.
            }
        }
    }

    static java.util.Optional<HistoryItem> past(DiskMachine machine, Act act) {
        return machine.node().history(act.scope(), act.change().entry()).stream()
                .filter(p -> p.change().id().equals(act.change().id())).findFirst();
    }

    boolean holds(DiskMachine machine, Act act) {
        return past(machine, act).isPresent()
                || batchOf.containsKey(act) && machine.node().ledger().batch(batchOf.get(act)).isPresent();
    }

    List<Node> live() {
        return machines.stream().map(DiskMachine::node).filter(n -> !revoked.contains(n.id())).toList();
    }

    /**
     * Everybody talks with the province over a line that does not fail.
     *
     * @return how many batches moved in the last round
     */
    int talkItOut(int rounds) throws PeerException {
        int moved = 0;
        for (int round = 0; round < rounds; round++) {
            moved = 0;
            for (DiskMachine machine : machines.subList(1, machines.size())) {
                ExchangeCounts tally = exchange(machine, province(), 0, new Random()).tally();
                moved += tally.batchesNew() + tally.sent();
            }
        }
        return moved;
    }

    static EntryId household(int number) {
        return new EntryId(7, number);
    }

    @Override
    public void close() {
        machines.forEach(DiskMachine::close);
    }
}
