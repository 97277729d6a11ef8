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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.Hash;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.store.StoreException.Reason;
import vn.banso.testing.SmallDisk;
import vn.banso.trust.Role;

/** Recovery of a damaged store: from whatever pages of it still say what was sealed and signed. */
@Tag("slow")
@Timeout(300)
@TestInstance(Lifecycle.PER_CLASS)
class DamagedStoreTest {
    private static final int PAGE = 4096;
    /** How many single pages are damaged; all of them by the property. */
    private static final int PAGES = Integer.getInteger("damaged.pages", 8);
    private static final long SEED = Long.getLong("seed", 20261201L);

    /** Where these are damaged, what stood there may be lost, but for what others have and what the register still says. */
    private static final Set<String> LEDGER = Set.of("batch", "own", "draft");
    /** Of what stands twice, one is needed. */
    private static final Set<String> TWICE = Set.of("identity_copy", "meta", "scope_key");

    private Path folder;
    private Land land;
    private Node an;
    private Path dir;
    private Hash digest;
    private List<FormDraft> forms;
    private long unsealed;
    private long incarnation;
    private Map<String, String> shown;

    @BeforeAll
    void record(@TempDir Path folder) {
        this.folder = folder;
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
        incarnation = an.incarnation();
        dir = land.dir("an");
        an.close();
    }

    @AfterAll
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

    private void isWhole(Node again) {
        assertThat(again.digest(Optional.empty())).isEqualTo(digest);
        assertThat(again.unsealed()).isEqualTo(unsealed);
        assertThat(again.drafts().forms()).isEqualTo(forms);
    }

    @Test
    void aStoreThatIsWholeIsRecoveredWhole() {
        try (Node again = recovered("whole", _ -> { })) {
            isWhole(again);
            assertThat(again.upkeep().recovered().filter(Recovered::isWhole).map(Recovered::forms)).contains(5L);
            assertThat(again.upkeep().check().isSound()).isTrue();
            again.upkeep().knowsOfRecovery();
            assertThat(again.upkeep().recovered()).isEmpty();
        }
    }

    @Test
    void theHeadOfTheFileIsNotNeeded() {
        try (Node again = recovered("head", file -> file.write(new byte[PAGE]))) {
            isWhole(again);
        }
    }

    @Test
    void ofAFileThatWasCutShortTheRestIsTaken() {
        try (Node again = recovered("short", file -> file.setLength(file.length() * 9 / 10 + 100))) {
            Land.exchange(land.province, again);
            assertThat(shown(again)).isNotEmpty();
            assertThat(shown.entrySet()).containsAll(shown(again).entrySet());
            Recovered told = again.upkeep().recovered().orElseThrow();
            assertThat(told.batches() + told.changes()).isPositive();
        }
    }

    @Test
    void ofAFileWithNothingInItNothingIsMade() throws IOException {
        for (byte[] nothing : List.of(new byte[0], new byte[20_000])) {
            Path to = Files.createDirectories(folder.resolve("nothing-" + nothing.length));
            Files.copy(dir.resolve("vault"), to.resolve("vault"));
            Files.write(to.resolve("node.db.damaged-1"), nothing);
            refused(Reason.DAMAGED, () -> StoreRecovery.run(to, Land.PASSPHRASE, land.options()));
            assertThat(to.toFile().list()).containsExactlyInAnyOrder("vault", "lock", "node.db.damaged-1");
        }
    }

    @Test
    void anEmptyFileSetAsideLaterHidesNothing() throws IOException {
        Path to = folder.resolve("empty-later");
        recovered("empty-later", _ -> { }).close();
        Files.write(to.resolve("node.db"), new byte[0]);
        refused(Reason.DAMAGED, () -> Node.open(to, Land.PASSPHRASE, land.options()));
        StoreRecovery.run(to, Land.PASSPHRASE, land.options());
        try (Node again = Node.open(to, Land.PASSPHRASE, land.options())) {
            isWhole(again);
        }
    }

    @Test
    void aSecondTimeNothingIsDoneAndAWrongPassphraseDoesNothing() {
        recovered("twice", _ -> { }).close();
        refused(Reason.EXISTS, () -> StoreRecovery.run(folder.resolve("twice"), Land.PASSPHRASE, land.options()));
        refused(Reason.WRONG_PASSPHRASE, () -> StoreRecovery.run(folder.resolve("twice"), "khác".toCharArray(), land.options()));
        try (Node again = Node.open(folder.resolve("twice"), Land.PASSPHRASE, land.options())) {
            isWhole(again);
        }
    }

    @Test
    void whatWasWrittenAheadIsTakenFromBehindADamagedFrame() throws IOException {
        Random random = new Random(SEED);
        recovered("ahead", _ -> { }).close();
        Map<String, String> saved;
        Path from = folder.resolve("ahead");
        Path cut = Files.createDirectories(folder.resolve("cut"));
        try (Node open = Node.open(from, Land.PASSPHRASE, land.options())) {
            for (int i = 0; i < 8; i++) {
                save(open, List.of(Land.village(open, Land.SANG_MOC, "Bó Mười " + i)));
            }
            saved = shown(open);
            for (String file : List.of("vault", "node.db", "node.db-wal")) {
                Files.copy(from.resolve(file), cut.resolve(file));
            }
        }
        byte[] log = Files.readAllBytes(cut.resolve("node.db-wal"));
        byte[] database = Files.readAllBytes(cut.resolve("node.db"));
        int frames = (log.length - 32) / (24 + PAGE);
        for (int round = 0; round < 3; round++) {
            byte[] damaged = log.clone();
            int frame = random.nextInt(frames / 2);
            byte[] scratch = new byte[64];
            random.nextBytes(scratch);
            System.arraycopy(scratch, 0, damaged, 32 + frame * (24 + PAGE) + random.nextInt(PAGE - 40), scratch.length);
            Files.write(cut.resolve("node.db"), database);
            Files.write(cut.resolve("node.db-wal"), damaged);
            String where = "frame " + frame + " of " + frames + ", seed " + SEED;
            assertThatExceptionOfType(StoreException.class).as(where).isThrownBy(() -> Node.open(cut, Land.PASSPHRASE, land.options()))
                    .extracting(StoreException::reason).isEqualTo(Reason.DAMAGED);
            StoreRecovery.run(cut, Land.PASSPHRASE, land.options());
            try (Node again = Node.open(cut, Land.PASSPHRASE, land.options())) {
                assertThat(shown(again)).as(where).isEqualTo(saved);
            }
        }
    }

    @Test
    void aFullDiskLeavesWhatWasSetAsideAndTheNextTimeAllIsThere() throws IOException, InterruptedException {
        Path small = Files.createDirectories(folder.resolve("small"));
        long bytes = dir.resolve("node.db").toFile().length();
        try (SmallDisk disk = SmallDisk.plug(small, (int) (bytes + (200 << 10)))) {
            Path to = Files.createDirectories(small.resolve("an"));
            Files.copy(dir.resolve("vault"), to.resolve("vault"));
            Files.copy(dir.resolve("node.db"), to.resolve("node.db.damaged-1"));
            refused(Reason.FULL, () -> StoreRecovery.run(to, Land.PASSPHRASE, land.options()));
            assertThat(to.toFile().list()).containsExactlyInAnyOrder("vault", "lock", "node.db.damaged-1");
            assertThat(to.resolve("node.db.damaged-1")).hasSameBinaryContentAs(dir.resolve("node.db"));
        }
    }

    @Test
    void whatAPowerCutLeftUnfinishedIsMadeAnew() throws IOException {
        Path to = Files.createDirectories(folder.resolve("cut-off"));
        for (String part : List.of("", "-wal", "-journal")) {
            Files.write(to.resolve("node.db.recovering" + part), new byte[10_000]);
        }
        try (Node again = recovered("cut-off", _ -> { })) {
            isWhole(again);
            assertThat(to.toFile().list()).noneMatch(name -> name.startsWith("node.db.recovering"));
        }
    }

    @Test
    void itGoesOnInFeedsOfItsOwn() {
        try (Node again = recovered("feeds", _ -> { })) {
            assertThat(again.incarnation()).isNotEqualTo(incarnation);
            again.seal();
            assertThat(again.attention()).extracting(Attention::kind).doesNotContain(Attention.Kind.FORK, Attention.Kind.GAP);
        }
    }

    private static void refused(Reason reason, ThrowingCallable work) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(work).extracting(StoreException::reason).isEqualTo(reason);
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
                assertThat(again.unsealed()).as(where).isEqualTo(unsealed);
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
