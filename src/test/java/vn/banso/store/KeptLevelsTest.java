package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Opener;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.batches.PlacedBatch;
import vn.banso.store.batches.Receipts;
import vn.banso.store.batches.Receipts.Level;
import vn.banso.store.batches.RecordState;
import vn.banso.store.upkeep.Upkeep;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** What is kept of feeds and of how far they have come, held against a full recount after every act. */
@Tag("slow")
class KeptLevelsTest {
    private static final long SEED = Long.getLong("seed", 20261204L);
    private static final int GAMES = Integer.getInteger("games", 2);
    private static final int ACTS = 45;

    @TempDir
    Path folder;

    /** One loop; more with {@code -Dgames}. */
    @Test
    void keptIsWhatARecountSays() {
        for (int game = 0; game < GAMES; game++) {
            long seed = SEED + game;
            try (Land land = new Land(folder.resolve("game" + game))) {
                new Game(land, new Random(seed), "seed " + seed).play();
            }
        }
    }

    private static final class Game {
        private final Land land;
        private final Random random;
        private final String name;
        private final Map<String, Node> nodes = new TreeMap<>();
        private final List<Draft> written = new ArrayList<>();
        private final List<Receipt.Signed> receipts = new ArrayList<>();
        private final Set<String> revoked = new HashSet<>();
        private final Map<String, Path> backups = new HashMap<>();

        Game(Land land, Random random, String name) {
            this.land = land;
            this.random = random;
            this.name = name;
            nodes.put("province", land.province);
            nodes.put("commune", land.enrolled("commune", Role.COMMUNE, Land.SANG_MOC, Land.LA_BANG));
            nodes.put("an", land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC, Land.LA_BANG));
            nodes.put("binh", land.enrolled("binh", Role.VOLUNTEER, Land.SANG_MOC));
            nodes.values().forEach(node -> Land.exchange(land.province, node));
        }

        void play() {
            for (int act = 0; act < ACTS; act++) {
                String what = act();
                nodes.forEach((who, node) -> Recount.of(node, land, name + ", act " + what + ", at " + who).hold());
            }
        }

        private Node any() {
            List<Node> all = List.copyOf(nodes.values());
            return all.get(random.nextInt(all.size()));
        }

        private String act() {
            Node node = any();
            Node other = any();
            switch (random.nextInt(13)) {
                case 0, 1, 2 -> save(node);
                case 3 -> node.ledger().seal();
                case 4 -> Land.exchange(node, other);
                case 5 -> {
                    node.ledger().seal();
                    other.ledger().take(shuffled(node.ledger().batchesLacking(other.ledger().have(Land.SANG_MOC))));
                }
                case 6 -> node.ledger().markHandedOver(node.ledger().batchesLacking(Land.nothing(Land.SANG_MOC)), "USB");
                case 7 -> {
                    node.ledger().receipt(Land.SANG_MOC).ifPresent(receipts::add);
                    node.ledger().receipt(Land.LA_BANG).ifPresent(receipts::add);
                }
                case 8, 9 -> receipts.stream().filter(_ -> random.nextBoolean()).forEach(node.ledger()::accept);
                case 10 -> forbidden(node);
                case 11 -> pages(node, other);
                default -> {
                    return rare();
                }
            }
            return node.id() + " with " + other.id();
        }

        private String rare() {
            if (random.nextBoolean() && revoked.size() < 2) {
                String who = List.of("an", "binh", "commune").get(random.nextInt(3));
                land.revoke(nodes.get(who));
                revoked.add(who);
                return "revoke " + who;
            }
            String who = List.of("an", "binh").get(random.nextInt(2));
            Node node = nodes.get(who);
            if (!backups.containsKey(who)) {
                backups.put(who, node.upkeep().backup(land.folder.resolve("backup-" + who)));
                return "backup " + who;
            }
            node.close();
            Path dir = land.folder.resolve(who + "-again-" + random.nextInt(1 << 20));
            Upkeep.restore(backups.get(who), dir);
            nodes.put(who, land.openAt(dir));
            return "restore " + who;
        }

        /** Beside a village something that only officers may write: some of it, or the whole batch, is set aside by all others. */
        private void forbidden(Node node) {
            if (node.grants().of(node.id()).stream().anyMatch(grant -> grant.role() == Role.VOLUNTEER)) {
                List<Draft> drafts = new ArrayList<>(List.of(Land.village(node, Land.SANG_MOC, "Bản cấm")));
                for (int i = 0; i < (random.nextBoolean() ? 2 : 60); i++) {
                    drafts.add(new Draft(Catalogue.GRANT, Land.SANG_MOC, node.freshId(), new TreeMap<>()).with("role", new Value.Code(1)));
                }
                node.writeAs(node.device(), 8, Land.SANG_MOC, new Governance.Act(drafts, List.of()));
            }
        }

        /** What was set aside, as far as the other one can tell. */
        private static void pages(Node node, Node other) {
            node.ledger().confirmations().wanted(Land.SANG_MOC).forEach(wanted -> other.ledger().confirmations().page(wanted).ifPresent(node.ledger().confirmations()::accept));
        }

        private static List<Batch> shuffled(List<Batch> batches) {
            return batches.reversed();
        }

        private void save(Node node) {
            ScopeId scope = random.nextInt(4) == 0 ? Land.LA_BANG : Land.SANG_MOC;
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                Draft draft = written.isEmpty() || random.nextBoolean() ? Land.village(node, scope, "Bản " + written.size())
                        : written.get(random.nextInt(written.size())).with("household_count", new Value.Whole(random.nextInt(90)));
                drafts.add(draft);
                written.add(draft);
            }
            node.save(drafts);
        }
    }

    /** The same, counted from all there is. */
    private record Recount(Node node, Receipts receipts, String where) {

        static Recount of(Node node, Land land, String where) {
            return new Recount(node, new Receipts(node.context().db, node.device(), node.context().meta), where);
        }

        void hold() {
            for (ScopeId scope : List.of(Land.SANG_MOC, Land.LA_BANG, Land.GOVERNANCE)) {
                assertThat(node.ledger().have(scope).tips().stream().map(t -> t.hash().toString()).sorted().toList()).as(where)
                        .isEqualTo(ends(scope));
            }
            Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
            for (ScopeId scope : List.of(Land.SANG_MOC, Land.LA_BANG)) {
                Map<EntryId, Integer> records = records(scope);
                records.forEach((id, level) -> assertThat(node.ledger().stateOf(scope, id)).as(where)
                        .contains(RecordState.values()[level]));
                records.values().forEach(level -> counts.merge(RecordState.values()[level], 1L, Long::sum));
            }
            Map<RecordState, Long> kept = new EnumMap<>(node.ledger().states());
            kept.values().removeIf(many -> many == 0);
            assertThat(kept).as(where).isEqualTo(counts);
        }

        private List<String> ends(ScopeId scope) {
            return node.context().db.sql("""
                    SELECT hash FROM batch b
                    WHERE scope = ? AND standing <> 'WAITING_PREVIOUS' AND NOT EXISTS (
                        SELECT 1 FROM batch c WHERE c.previous = b.hash AND c.number = b.number + 1 AND c.standing <> 'WAITING_PREVIOUS'
                            AND c.scope = b.scope AND c.device = b.device AND c.incarnation = b.incarnation)""").put(scope)
                    .list(row -> row.hash(1).toString()).stream().sorted().toList();
        }

        private Map<EntryId, Integer> records(ScopeId scope) {
            Map<EntryId, Integer> least = new HashMap<>();
            Map<Hash, Integer> levels = levels(scope, least);
            node.context().db.sql("SELECT t.id, b.hash FROM touch t JOIN batch b ON b.n = t.batch WHERE t.scope = ?").put(scope)
                    .each(row -> least.merge(row.entry(1), levels.getOrDefault(row.hash(2), 1), Math::min));
            node.context().db.sql("SELECT id FROM own WHERE scope = ?").put(scope).each(row -> least.merge(row.entry(1), 1, Math::min));
            return least;
        }

        private Map<Hash, Integer> levels(ScopeId scope, Map<EntryId, Integer> asides) {
            Map<Hash, PlacedBatch> placed = PlacedBatch.of(node.context().db, scope).stream()
                    .collect(Collectors.toMap(PlacedBatch::hash, p -> p));
            Map<Hash, Integer> levels = new HashMap<>();
            node.context().db.sql("SELECT hash FROM batch WHERE scope = ? AND handed = 1").put(scope).each(row -> levels.put(row.hash(1), 2));
            Level self = node.works().trusted.level(node.id(), scope);
            placed.values().stream().filter(p -> p.standing() == BatchStatus.APPLIED && self != Level.CARRIED)
                    .forEach(p -> levels.merge(p.hash(), self == Level.COMMUNE ? 3 : 4, Math::max));
            for (Receipts.Current current : receipts.current(scope)) {
                Receipt receipt = current.signed().receipt();
                if (receipt.node().equals(node.id()) || !node.grants().isLive(receipt.node(), scope)) {
                    continue;
                }
                Set<Hash> whole = current.setAside().stream().filter(a -> a.change().isEmpty()).map(RefusalPage.SetAside::batch)
                        .collect(Collectors.toSet());
                for (Receipt.Line line : receipt.lines()) {
                    int told = current.level() == Level.CARRIED ? 2 : current.level() == Level.COMMUNE ? 3 : 4;
                    for (PlacedBatch at = placed.get(line.tip()); at != null; at = placed.get(at.previous())) {
                        levels.merge(at.hash(), at.number() > line.applied() || current.untold().contains(at.feed()) || whole.contains(at.hash()) ? 2 : told,
                                Math::max);
                    }
                }
                current.setAside().forEach(a -> a.change().ifPresent(change -> node.context().shelf.get(a.batch()).map(node.context().stored::open)
                        .filter(Opener.Opened.Changes.class::isInstance).map(Opener.Opened.Changes.class::cast)
                        .ifPresent(o -> o.changes().stream().filter(c -> c.id().equals(change)).map(Change::entry)
                                .forEach(id -> asides.merge(id, 2, Math::min)))));
            }
            return levels;
        }
    }
}
