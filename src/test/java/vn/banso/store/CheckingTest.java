package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.Draft;
import vn.banso.trust.Role;

/** The check of a whole node finds what was changed behind the ledger's back. */
class CheckingTest {
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

    @Test
    void anEntryThatTheLedgerDoesNotTell() {
        Draft village = recorded();
        an.seal();
        recorded();
        assertThat(an.upkeep().check().isSound()).isTrue();
        an.queries().exec("DELETE FROM touch; DELETE FROM entry WHERE id = x'" + village.id() + "'");
        assertThat(an.upkeep().check().wrongEntries()).isEqualTo(1);
        an.queries().exec("UPDATE batch SET signature = zeroblob(64) WHERE own = 1");
        assertThat(an.upkeep().check().brokenBatches()).isEqualTo(1);
    }

    private Draft recorded() {
        Draft village = Land.village(an, Land.SANG_MOC, "Khuổi Mèo");
        assertThat(an.save(List.of(village)).isSaved()).isTrue();
        return village;
    }
}
