package vn.banso.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.Node;
import vn.banso.testing.CrashDisk;
import vn.banso.trust.crypto.Argon2Cost;

/** What a power cut leaves, in every moment of writing a file. */
class DurableFileTest {
    private static final byte[] OLD = bytes("trước");
    private static final byte[] NEW = bytes("sau, và dài hơn");

    @TempDir
    Path folder;

    private CrashDisk disk;
    private Path seen;

    @BeforeEach
    void holdTheOldOne() throws IOException {
        Files.write(folder.resolve("vault"), OLD);
        disk = new CrashDisk(folder);
        seen = disk.folder();
    }

    @Test
    void theDiskForgetsWhatWasNotForced() throws IOException {
        Path beside = seen.resolve("vault.new");
        Files.write(beside, NEW);
        Files.move(beside, seen.resolve("vault"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(disk.image()).containsOnlyKeys("vault").containsEntry("vault", OLD);
        try (FileChannel all = FileChannel.open(seen, StandardOpenOption.READ)) {
            all.force(true);
        }
        assertThat(disk.image().get("vault")).as("a name without content").isNotEqualTo(OLD).isNotEqualTo(NEW);
    }

    @Test
    void inEveryMomentItIsTheOldOrTheNewAndInTheEndTheNew() throws IOException {
        DurableFile.write(seen.resolve("vault"), NEW);
        assertThat(disk.images()).hasSizeGreaterThan(3).allSatisfy(this::oldOrNew);
        assertThat(disk.image()).containsOnlyKeys("vault").containsEntry("vault", NEW);
    }

    @Test
    void aNewFileIsThereWhenItIsSaidToBe() throws IOException {
        DurableFile.writeNew(seen.resolve("root"), NEW);
        assertThat(disk.image()).containsEntry("root", NEW).containsEntry("vault", OLD);
        assertThatThrownBy(() -> DurableFile.writeNew(seen.resolve("vault"), NEW)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(disk.image()).containsEntry("vault", OLD);
        assertThat(folder.resolve("vault")).hasBinaryContent(OLD);
    }

    @Test
    void aChangedPassphraseIsNotUndone() throws IOException {
        NodeFiles.write(seen.resolve("vault"), NEW);
        assertThat(disk.images()).allSatisfy(this::oldOrNew);
        assertThat(disk.image()).containsEntry("vault", NEW);
    }

    @Test
    void aBackupThatWasToldIsThere() throws IOException {
        char[] passphrase = "mật khẩu thử".toCharArray();
        try (Node node = Node.create(folder.resolve("node"), passphrase,
                NodeOptions.standard().withHome(folder.resolve("home")).withCost(Argon2Cost.FAST))) {
            for (int day = 1; day <= 4; day++) {
                Path made = node.upkeep().backup(seen);
                byte[] content = Files.readAllBytes(folder.resolve(made.getFileName().toString()));
                assertThat(disk.image()).containsEntry(made.getFileName().toString(), content)
                        .hasSize(Math.min(day, 3) + 1);
            }
        }
    }

    private void oldOrNew(Map<String, byte[]> image) {
        assertThat(image).containsKey("vault");
        assertThat(image.get("vault")).isIn(OLD, NEW);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
