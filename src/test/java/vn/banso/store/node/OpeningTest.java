package vn.banso.store.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Migrations;
import vn.banso.store.files.Canary;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.lists.Attention;
import vn.banso.trust.governance.Role;

/** What happens at the door of a node: locks, damage, copies, full and foreign disks. */
class OpeningTest {
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

    private Draft recorded(Node node) {
        Draft village = Land.village(node, Land.SANG_MOC, "Khuổi Mèo");
        assertThat(node.save(List.of(village)).isSaved()).isTrue();
        return village;
    }

    @Test
    void openedTwiceIsRefused() {
        refused(Reason.IN_USE, () -> land.open("an"));
        refused(Reason.EXISTS, () -> {
            an.close();
            Node.create(land.dir("an"), Land.PASSPHRASE, land.options());
        });
    }

    @Test
    void aWrongPassphraseOpensNothingAndLocksNothing() {
        an.close();
        refused(Reason.WRONG_PASSPHRASE, () -> Node.open(land.dir("an"), "khác".toCharArray(), land.options()));
        an = land.open("an");
        an.upkeep().changePassphrase(Land.PASSPHRASE, "mới".toCharArray());
        an.close();
        refused(Reason.WRONG_PASSPHRASE, () -> land.open("an"));
        Node.open(land.dir("an"), "mới".toCharArray(), land.options()).close();
    }

    @Test
    void aFolderWithoutANodeIsNotMadeOne() {
        refused(Reason.NOT_A_NODE, () -> Node.open(folder.resolve("nothing"), Land.PASSPHRASE, land.options()));
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void aDamagedStoreIsSetAsideAndNeverMadeAnew() throws IOException {
        recorded(an);
        an.close();
        Path database = land.dir("an").resolve("node.db");
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            for (long at = 4096; at < file.length(); at += 4096) {
                file.seek(at);
                file.write(new byte[64]);
            }
        }
        byte[] damaged = Files.readAllBytes(database);
        refused(Reason.DAMAGED, () -> land.open("an"));
        assertThat(database).doesNotExist();
        assertThat(land.dir("an").resolve("node.db.damaged-1")).hasBinaryContent(damaged);
        refused(Reason.DAMAGED, () -> land.open("an"));
    }

    @Test
    void aRowThatIsNotWhatWasSealedIsDamageToo() {
        recorded(an);
        an.context().db.exec("UPDATE entry SET state = zeroblob(60) WHERE type < 100");
        an.close();
        Node again = land.open("an");
        refused(Reason.DAMAGED, () -> again.search("khuoi", 10));
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideToo() throws IOException {
        an.close();
        Files.write(land.dir("an").resolve("node.db"), "nothing of the kind".repeat(500).getBytes(StandardCharsets.UTF_8));
        refused(Reason.DAMAGED, () -> land.open("an"));
        assertThat(land.dir("an").resolve("node.db.damaged-1")).exists();
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() throws IOException {
        an.close();
        Path database = land.dir("an").resolve("node.db");
        try (Db db = Db.open(database)) {
            db.exec("PRAGMA user_version=" + (Migrations.newest() + 1));
        }
        refused(Reason.NEWER, () -> land.open("an"));
        assertThat(database).exists();
    }

    @Test
    void aFullDiskRefusesAndLosesNothing() {
        Draft before = recorded(an);
        an.context().db.exec("PRAGMA max_page_count=" + an.context().db.pragma("page_count"));
        refused(Reason.FULL, () -> {
            for (int i = 0; i < 1000; i++) {
                recorded(an);
            }
        });
        an.context().db.exec("PRAGMA max_page_count=1000000");
        Draft after = recorded(an);
        int held = an.entries(Catalogue.VILLAGE, Land.SANG_MOC).size();
        assertThat(an.search("khuoi meo", 10_000)).hasSize(held);
        assertThat(an.upkeep().check().isSound()).isTrue();
        an.close();
        an = land.open("an");
        assertThat(an.entry(Land.SANG_MOC, before.id())).isPresent();
        assertThat(an.entry(Land.SANG_MOC, after.id())).isPresent();
        assertThat(an.entries(Catalogue.VILLAGE, Land.SANG_MOC)).hasSize(held);
    }

    @Test
    void aFolderThatCannotBeWrittenToSaysSo() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        refused(Reason.NOT_A_FOLDER, () -> Node.create(file.resolve("node"), Land.PASSPHRASE, land.options()));
        an.context().db.exec("PRAGMA query_only=ON");
        refused(Reason.READ_ONLY, () -> recorded(an));
        an.context().db.exec("PRAGMA query_only=OFF");
        recorded(an);
    }

    @Test
    void aCopyAMoveAndARestoreGoOnInANewIncarnation() throws IOException {
        recorded(an);
        an.ledger().seal();
        long first = an.incarnation();
        an.close();
        an = land.open("an");
        assertThat(an.incarnation()).as("the same store in the same place").isEqualTo(first);
        an.close();
        copy(land.dir("an"), land.dir("copy"));
        Node copy = land.open("copy");
        assertThat(copy.incarnation()).isNotEqualTo(first);
        an = land.open("an");
        assertThat(an.incarnation()).isEqualTo(first);

        // Both write on: two feeds, nothing lost.
        Draft one = recorded(an);
        Draft other = recorded(copy);
        Land.exchange(an, land.province);
        Land.exchange(copy, land.province);
        assertThat(land.province.entry(Land.SANG_MOC, one.id())).isPresent();
        assertThat(land.province.entry(Land.SANG_MOC, other.id())).isPresent();
    }

    @Test
    void aStorePutBackFromAnEarlierCopyGoesOnInANewIncarnation() throws IOException {
        recorded(an);
        an.ledger().seal();
        an.close();
        copy(land.dir("an"), folder.resolve("kept"));
        an = land.open("an");
        long first = an.incarnation();
        recorded(an);
        List<Batch> later = an.ledger().seal();
        an.close();
        delete(land.dir("an"));
        copy(folder.resolve("kept"), land.dir("an"));
        an = land.open("an");
        assertThat(an.incarnation()).isNotEqualTo(first);
        assertThat(an.ledger().take(later).fresh()).as("what was sealed after the copy comes back from others").isEqualTo(1);
    }

    @Test
    void aForkInTheOwnFeedIsNoticedAndBothBranchesAreKept() throws IOException {
        recorded(an);
        an.ledger().seal();
        an.close();
        copy(land.dir("an"), land.dir("twin"));
        copyCanary("an", "twin");
        an = land.open("an");
        Node twin = land.open("twin");
        assertThat(twin.incarnation()).as("a copy that nothing gave away").isEqualTo(an.incarnation());
        Draft one = recorded(an);
        Draft other = recorded(twin);
        Land.exchange(an, land.province);
        Land.exchange(twin, land.province);
        Land.exchange(an, land.province);
        for (Node node : List.of(an, twin, land.province)) {
            assertThat(node.entry(Land.SANG_MOC, one.id())).isPresent();
            assertThat(node.entry(Land.SANG_MOC, other.id())).isPresent();
            assertThat(node.attention()).extracting(Attention::kind).contains(Attention.Kind.FORK);
        }
        assertThat(twin.incarnation()).isNotEqualTo(an.incarnation());
        assertThat(an.digest(Optional.empty())).isEqualTo(twin.digest(Optional.empty()))
                .isEqualTo(land.province.digest(Optional.empty()));
    }

    private void copyCanary(String from, String to) throws IOException {
        // The note of the copy is found by its place; a copied machine would have it in the same place.
        Canary.of(land.options().home(), land.dir(to));
        String note = Files.readString(canary(from));
        Files.writeString(canary(to), note);
    }

    private Path canary(String name) throws IOException {
        String place = vn.banso.ledger.batch.Hash.sha256(land.dir(name).toRealPath().toString().getBytes(StandardCharsets.UTF_8)).toString();
        return land.options().home().resolve("nodes").resolve(place.substring(0, 32));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path dir) throws IOException {
        Files.walkFileTree(dir, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
