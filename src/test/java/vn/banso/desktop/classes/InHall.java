package vn.banso.desktop.classes;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.trust.governance.Role;

/** A trainer's laptop in a village hall, open for one test. */
abstract class InHall {
    @TempDir
    Path folder;
    Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder, Role.TRAINER);
    }

    @AfterEach
    void close() {
        hall.close();
    }
}
