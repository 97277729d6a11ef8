package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.Hash;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.store.StoreException.Reason;
import vn.banso.trust.Role;

/** A damaged store is recovered: from whatever pages of it still say what was sealed and signed. */
@Tag("slow")
@Timeout(300)
class DamagedStoreTest {
    private static final int PAGE = 4096;
    /** How many single pages are damaged; all of them by the property. */
    private static final int PAGES = Integer.getInteger("damaged.pages", 24);
    private static final long SEED = Long.getLong("seed", 20261201L);

    /** Where these are damaged, what stood there may be lost, but for what others have and what the register still says. */
    private static final Set<String> LEDGER = Set.of("batch", "own", "draft");

    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private Path dir;
    private Hash digest;
    private List<FormDraft> forms;
    private long unsealed;
    private Map<String, String> shown;

    @BeforeEach
    void record() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Node binh = land.enrolled("bình", Role.VOLUNTEER, Land.SANG_MOC);
        Draft village = Land.village(an, Land.SANG_MOC, "Khuổi Mèo");
        save(an, List.of(village));
        for (int part = 0; part < 4; part++) {
            households(an, village, 30);
            an.seal();
            households(binh, village, 10);
            Land.exchange(land.province, binh);
        }
        Land.exchange(land.province, an);
        an.markHandedOver(an.batchesLacking(Land.nothing(Land.SANG_MOC)));
        households(an, village, 20);
        an.seal();
        households(an, village, 40);
        for (int i = 0; i < 5; i++) {
            an.drafts().keep(FormDraft.of(Land.village(an, Land.SANG_MOC, "Bó Mười " + i)));
        }
        digest = an.digest(Optional.empty());
        forms = an.drafts().forms();
        unsealed = an.unsealed();
        shown = shown(an);
        dir = land.dir("an");
        an.close();
    }

    @AfterEach
    void close() {
        land.close();
    }

    private static void save(Node node, List<Draft> drafts) {
        assertThat(node.save(drafts).isSaved()).isTrue();
    }

    private static void households(Node node, Draft village, int many) {
        List<Draft> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Draft household = Land.household(node, Land.SANG_MOC, village.id());
            all.add(household);
            all.add(Land.person(node, Land.SANG_MOC, household.id(), "Nông Thị " + (char) ('A' + i % 26), 1950 + i));
        }
        save(node, all);
    }

    /** All that people see of the entries. */
    private static Map<String, String> shown(Node node) {
        Map<String, String> shown = new TreeMap<>();
        List.of(Catalogue.VILLAGE, Catalogue.HOUSEHOLD, Catalogue.PERSON).forEach(type -> node.entries(type, Land.SANG_MOC)
                .forEach(entry -> shown.put(entry.id().toString(), entry.fields().toString())));
        return shown;
    }

    @Test
    void whatWasSetAsideIsRecoveredWhole() throws IOException {
        Files.move(dir.resolve("node.db"), dir.resolve("node.db.damaged-1"));
        Recovered recovered = StoreRecovery.run(dir, Land.PASSPHRASE, land.options());
        Node again = land.open("an");
        assertThat(again.digest(Optional.empty())).isEqualTo(digest);
        assertThat(again.unsealed()).isEqualTo(unsealed);
        assertThat(again.drafts().forms()).isEqualTo(forms);
        assertThat(recovered.isWhole()).isTrue();
        assertThat(recovered.forms()).isEqualTo(5);
        assertThat(again.upkeep().check().isSound()).isTrue();
    }

    /** Copies the store as it was, damages it, and opens what is recovered of it. */
    private Node recovered(String name, Damage damage) {
        Path to = folder.resolve(name);
        try {
            Files.createDirectories(to);
            for (String file : List.of("vault", "node.db")) {
                Files.copy(dir.resolve(file), to.resolve(file.equals("vault") ? file : "node.db.damaged-1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Path database = to.resolve("node.db.damaged-1");
            try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
                damage.to(file);
            }
            byte[] before = Files.readAllBytes(database);
            StoreRecovery.run(to, Land.PASSPHRASE, land.options());
            assertThat(database).as("what was set aside stays as it is").hasBinaryContent(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Node.open(to, Land.PASSPHRASE, land.options());
    }

    private interface Damage {
        void to(RandomAccessFile file) throws IOException;
    }

    private static void scratch(RandomAccessFile file, int page, Random random) throws IOException {
        byte[] bytes = new byte[64];
        random.nextBytes(bytes);
        file.seek((long) page * PAGE + random.nextInt(PAGE - bytes.length));
        file.write(bytes);
    }

    /** What stands on each page: the table or index. */
    private Map<Integer, String> pages() {
        Map<Integer, String> pages = new TreeMap<>();
        try (Db db = Db.openReadOnly(dir.resolve("node.db"))) {
            db.fresh("SELECT pageno, name FROM dbstat").each(row -> pages.put(row.whole(1) - 1, row.text(2)));
        }
        return pages;
    }

    @Test
    void noPageIsNeededToReadAnother() {
        Random random = new Random(SEED);
        Map<Integer, String> pages = pages();
        List<Integer> some = new ArrayList<>(pages.keySet());
        Collections.shuffle(some, random);
        SortedMap<String, Integer> played = new TreeMap<>();
        for (int page : some.subList(0, Math.min(PAGES, some.size()))) {
            played.merge(pages.get(page), 1, Integer::sum);
            try (Node again = recovered("page-" + page, file -> scratch(file, page, random))) {
                if (LEDGER.contains(pages.get(page))) {
                    Land.exchange(land.province, again);
                    assertThat(shown(again)).as("page %d of %s, seed %d", page, pages.get(page), SEED).isEqualTo(shown);
                } else {
                    assertThat(again.digest(Optional.empty())).as("page %d of %s, seed %d", page, pages.get(page), SEED).isEqualTo(digest);
                    assertThat(again.unsealed()).isEqualTo(unsealed);
                    assertThat(again.drafts().forms()).isEqualTo(forms);
                }
            }
        }
        System.out.println("damaged pages " + played + " of " + pages.size() + ", seed " + SEED);
    }
}
