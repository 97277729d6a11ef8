package vn.banso.store.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.rules.Draft;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.node.NodeContext;
import vn.banso.trust.governance.Role;

/** Looking after a node: backups, restoring, checking. */
class UpkeepTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
    }

    @AfterEach
    void close() {
        land.close();
    }

    private static void refused(Reason reason, ThrowingCallable work) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(work).extracting(StoreException::reason).isEqualTo(reason);
    }

    private static Draft recorded(Node node) {
        Draft village = Land.village(node, Land.SANG_MOC, "Khuổi Mèo");
        assertThat(node.save(List.of(village)).isSaved()).isTrue();
        return village;
    }

    @Test
    void aBackupHoldsEverythingAndStartsAnew() throws IOException {
        Draft saved = recorded(an);
        an.ledger().seal();
        Draft unsealed = recorded(an);
        for (int i = 0; i < 4; i++) {
            an.upkeep().backup(folder.resolve("backups"));
        }
        assertThat(folder.resolve("backups")).isDirectoryContaining("glob:**-1.backup").isDirectoryContaining("glob:**-3.backup");
        assertThat(folder.resolve("backups").toFile().list()).hasSize(3);
        long first = an.incarnation();
        var digest = an.digest(Optional.empty());
        Path newest = an.upkeep().backup(folder.resolve("backups"));
        an.close();
        refused(Reason.EXISTS, () -> Upkeep.restore(newest, land.dir("an")));
        Upkeep.restore(newest, land.dir("restored"));
        Node restored = land.open("restored");
        assertThat(restored.incarnation()).isNotEqualTo(first);
        assertThat(restored.digest(Optional.empty())).isEqualTo(digest);
        assertThat(restored.entry(Land.SANG_MOC, saved.id())).isPresent();
        assertThat(restored.entry(Land.SANG_MOC, unsealed.id())).isPresent();
        assertThat(restored.ledger().seal()).hasSize(1);
        refused(Reason.NOT_A_NODE, () -> Upkeep.restore(folder.resolve("home"), land.dir("again")));
    }

    /** Both are done while somebody else has the node to himself: neither waits for him, so he never waits for them. */
    @Test
    void backingUpAndCheckingKeepNobodyWaiting() {
        Draft saved = recorded(an);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Path backup = an.context().door.alone(() -> CompletableFuture.supplyAsync(() -> an.upkeep().backup(folder.resolve("backups")), other)
                    .orTimeout(60, TimeUnit.SECONDS).join());
            Upkeep.restore(backup, land.dir("restored"));
            assertThat(land.open("restored").entry(Land.SANG_MOC, saved.id())).isPresent();
            NodeContext snapshot = an.context().door.alone(an.context()::snapshot);
            Checkup found = an.context().door.alone(() -> CompletableFuture.supplyAsync(() -> new Checking(snapshot).look(), other)
                    .orTimeout(60, TimeUnit.SECONDS).join());
            snapshot.db.close();
            assertThat(found.isSound()).isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    /** What is looked at is what was there when looking began. */
    @Test
    void aCheckSeesNothingOfWhatComesLater() {
        recorded(an);
        NodeContext snapshot = an.context().door.alone(an.context()::snapshot);
        long before = an.upkeep().inventory().entries().values().stream().mapToLong(Long::longValue).sum();
        recorded(an);
        assertThat(new Checking(snapshot).look()).matches(Checkup::isSound).extracting(Checkup::entries).isEqualTo(before);
        snapshot.db.close();
    }

    @Test
    void aDamagedStoreComesBackFromItsBackup() throws IOException {
        Draft saved = recorded(an);
        Path backup = an.upkeep().backup(folder.resolve("backups"));
        an.close();
        Files.write(land.dir("an").resolve("node.db"), new byte[20_000]);
        refused(Reason.DAMAGED, () -> land.open("an"));
        Upkeep.restore(backup, land.dir("an"));
        an = land.open("an");
        assertThat(an.entry(Land.SANG_MOC, saved.id())).isPresent();
    }
}
