package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.lists.Attention;
import vn.banso.store.upkeep.Recovered;
import vn.banso.store.upkeep.StoreRecovery;
import vn.banso.testing.SmallDisk;

/** Recovery of a damaged store: from whatever pages of it still say what was sealed and signed. */
@Tag("slow")
class DamagedStoreTest extends DamagedStore {
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
            again.ledger().seal();
            assertThat(again.attention()).extracting(Attention::kind).doesNotContain(Attention.Kind.FORK, Attention.Kind.GAP);
        }
    }
}
