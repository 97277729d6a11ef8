package vn.banso.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.trust.governance.Role;

/** Sealed or not, other users of the machine have no business with the files of a node. */
class OwnerOnlyTest {
    @TempDir
    Path folder;

    private Land land;

    @BeforeEach
    void enrol() {
        assumeTrue(Files.getFileAttributeView(folder, java.nio.file.attribute.PosixFileAttributeView.class) != null);
        land = new Land(folder);
    }

    @AfterEach
    void close() {
        if (land != null) {
            land.close();
        }
    }

    @Test
    void nobodyElseMayOpenThem() throws IOException {
        Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        assertThat(an.save(List.of(Land.village(an, Land.SANG_MOC, "Khuổi Mèo"))).isSaved()).isTrue();
        assertThat(permissions(an.dir())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(an.dir())) {
            assertThat(files.filter(f -> !f.endsWith("lock"))).isNotEmpty()
                    .allSatisfy(f -> assertThat(permissions(f)).as(f.toString()).isEqualTo("rw-------"));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
