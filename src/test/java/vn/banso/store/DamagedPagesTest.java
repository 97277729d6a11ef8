package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.store.engine.Db;

/** Pages of a store are damaged, one at a time and many at once: nothing is lost whose own page is whole. */
@Tag("slow")
class DamagedPagesTest extends DamagedStore {
    /** How many single pages are damaged; all of them by the property. */
    private static final int PAGES = Integer.getInteger("damaged.pages", 8);
    /** Where these are damaged, what stood there may be lost, but for what others have and what the register still says. */
    private static final Set<String> LEDGER = Set.of("batch", "own", "draft");
    /** Of what stands twice, one is needed. */
    private static final Set<String> TWICE = Set.of("identity_copy", "meta", "scope_key");

    /** What stands on each page: the table or index. */
    private Map<Integer, String> pages() {
        Map<Integer, String> pages = new TreeMap<>();
        try (Db db = Db.openReadOnly(dir.resolve("node.db"))) {
            db.fresh("SELECT pageno, name FROM dbstat").each(row -> pages.put(row.whole(1) - 1, row.text(2)));
        }
        return pages;
    }

    /** @return the tables and indexes that were met */
    private Set<String> damage(int many, Random random, List<Integer> pages, Map<Integer, String> names) {
        Set<String> met = new TreeSet<>();
        List<Integer> some = new ArrayList<>(pages);
        Collections.shuffle(some, random);
        List<Integer> hit = some.subList(0, Math.min(many, some.size()));
        hit.forEach(page -> met.add(names.get(page)));
        String where = hit + " " + met + ", seed " + SEED;
        try (Node again = recovered("pages-" + hit.hashCode(), file -> {
            for (int page : hit) {
                scratch(file, page, random);
            }
        })) {
            if (met.stream().anyMatch(LEDGER::contains)) {
                Land.exchange(land.province, again);
                if (many == 1) {
                    assertThat(shown(again)).as(where).isEqualTo(shown);
                }
            } else {
                assertThat(again.digest(Optional.empty())).as(where).isEqualTo(digest);
                assertThat(again.ledger().unsealed()).as(where).isEqualTo(unsealed);
                assertThat(again.drafts().forms()).as(where).isEqualTo(forms);
            }
        }
        return met;
    }

    @Test
    void noPageIsNeededToReadAnother() {
        Random random = new Random(SEED);
        Map<Integer, String> names = pages();
        List<Integer> some = new ArrayList<>(names.keySet());
        Collections.shuffle(some, random);
        Set<String> met = new TreeSet<>();
        int played = Math.min(PAGES, some.size());
        some.subList(0, played).forEach(page -> met.addAll(damage(1, random, List.of(page), names)));
        System.out.println(played + " of " + names.size() + " pages damaged one by one, of " + met + "; seed " + SEED);
    }

    @Test
    void manyPagesBesideTheLedgerTakeNothingOfIt() {
        Random random = new Random(SEED);
        Map<Integer, String> names = pages();
        List<Integer> derived = names.keySet().stream().filter(page -> !LEDGER.contains(names.get(page)) && !TWICE.contains(names.get(page))).toList();
        int many = 0;
        for (int round = 0; round < Math.max(1, PAGES / 8); round++) {
            many += 2 + random.nextInt(derived.size() - 2);
            damage(many % derived.size(), random, derived, names);
        }
        damage(derived.size(), random, derived, names);
        System.out.println("up to all " + derived.size() + " pages beside the ledger damaged at once; seed " + SEED);
    }
}
