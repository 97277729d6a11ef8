package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.trust.governance.Role;

/** The same batches in any order, in parts, twice: the same register, bit for bit, and the same as refolding it. */
class AnyOrderTest {
    @TempDir
    Path folder;

    @Test
    void anyOrderGivesTheSameRegister() {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        try (Land land = new Land(folder)) {
            List<Batch> batches = history(land, random);
            land.province.ledger().take(batches);
            for (int round = 0; round < 6; round++) {
                Node node = land.open("node" + round);
                land.enrol(node, Role.COMMUNE, Land.SANG_MOC);
                List<Batch> all = new ArrayList<>(batches);
                all.addAll(land.province.ledger().batchesLacking(Land.nothing(Land.GOVERNANCE)));
                all.addAll(land.province.ledger().batchesLacking(Land.nothing(Land.SANG_MOC)));
                all.addAll(all.subList(0, random.nextInt(all.size())));
                Collections.shuffle(all, random);
                while (!all.isEmpty()) {
                    List<Batch> part = all.subList(0, 1 + random.nextInt(all.size()));
                    node.ledger().take(part);
                    part.clear();
                }
                assertThat(node.digest(Optional.of(Land.SANG_MOC))).as("seed " + seed)
                        .isEqualTo(land.province.digest(Optional.of(Land.SANG_MOC)));
                assertThat(node.digest(Optional.of(Land.GOVERNANCE))).as("seed " + seed)
                        .isEqualTo(land.province.digest(Optional.of(Land.GOVERNANCE)));
                assertThat(node.upkeep().check()).as("seed " + seed).satisfies(c -> assertThat(c.isSound()).isTrue());
                assertThat(views(node)).as("seed " + seed).isEqualTo(views(land.province));
                node.close();
            }
        }
    }

    /** Three people write, edit, delete, restore and merge; one of them is revoked in the middle. */
    private static List<Batch> history(Land land, Random random) {
        List<Node> people = List.of(land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC),
                land.enrolled("binh", Role.TRAINER, Land.SANG_MOC), land.enrolled("chi", Role.COMMUNE, Land.SANG_MOC));
        people.forEach(p -> Land.exchange(p, land.province));
        List<EntryId> ids = new ArrayList<>();
        Set<Batch> batches = new HashSet<>();
        for (int step = 0; step < 120; step++) {
            Node who = people.get(random.nextInt(people.size()));
            if (ids.isEmpty() || random.nextInt(6) == 0) {
                Draft village = Land.village(who, Land.SANG_MOC, "Bản " + step);
                who.save(List.of(village));
                ids.add(village.id());
            } else {
                act(who, ids.get(random.nextInt(ids.size())), ids, random);
            }
            if (random.nextInt(5) == 0) {
                batches.addAll(who.ledger().seal());
            }
            if (random.nextInt(8) == 0) {
                people.get(random.nextInt(people.size())).ledger().take(List.copyOf(batches));
            }
            if (step == 80) {
                land.province.ledger().take(List.copyOf(batches));
                land.revoke(people.getFirst());
            }
        }
        people.forEach(p -> batches.addAll(p.ledger().seal()));
        return List.copyOf(batches);
    }

    private static void act(Node who, EntryId id, List<EntryId> ids, Random random) {
        if (who.state(Land.SANG_MOC, id).isEmpty()) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> who.acts().delete(Land.SANG_MOC, id, "thử");
            case 1 -> who.acts().restore(Land.SANG_MOC, id);
            case 2 -> {
                EntryId into = ids.get(random.nextInt(ids.size()));
                if (!into.equals(id)) {
                    who.acts().alias(Land.SANG_MOC, id, into);
                }
            }
            case 3 -> who.acts().unalias(Land.SANG_MOC, id);
            default -> who.save(List.of(Draft.of(Catalogue.VILLAGE, Land.SANG_MOC, id)
                    .with("household_count", new Value.Whole(random.nextInt(300)))));
        }
    }

    /** What queries see: the live villages with their columns. */
    private static List<String> views(Node node) {
        return node.context().db.sql("SELECT hex(id) || name || ifnull(household_count, '-') FROM v_village WHERE scope = ? ORDER BY id")
                .put(Land.SANG_MOC).list(row -> row.text(1));
    }
}
