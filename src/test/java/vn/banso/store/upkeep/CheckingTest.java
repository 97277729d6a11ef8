package vn.banso.store.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException;
import vn.banso.trust.governance.Role;

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
        an.ledger().seal();
        recorded();
        assertThat(an.upkeep().check().isSound()).isTrue();
        an.context().db.exec("DELETE FROM touch; DELETE FROM entry WHERE id = x'" + village.id() + "'");
        assertThat(an.upkeep().check()).matches(Checkup::isSound).extracting(Checkup::mended).isEqualTo(1L);
        assertThat(an.entry(Land.SANG_MOC, village.id())).isPresent();
        assertThat(an.upkeep().check().mended()).isZero();
        an.context().db.exec("UPDATE batch SET signature = zeroblob(64) WHERE own = 1");
        assertThat(an.upkeep().check().brokenBatches()).isEqualTo(1);
    }

    @Test
    void anEntryWhoseSealIsBrokenIsFoldedAnewFromTheLedger() {
        Draft village = recorded();
        an.ledger().seal();
        Draft unsealed = recorded();
        var before = an.digest(Optional.empty());
        an.context().db.exec("UPDATE entry SET state = zeroblob(80) WHERE id IN (x'" + village.id() + "', x'" + unsealed.id() + "')");
        assertThatThrownBy(() -> an.digest(Optional.empty())).isInstanceOf(StoreException.class)
                .extracting(e -> ((StoreException) e).reason()).isEqualTo(StoreException.Reason.UNREADABLE);

        assertThat(an.upkeep().check()).matches(Checkup::isSound).extracting(Checkup::mended).isEqualTo(2L);
        assertThat(an.digest(Optional.empty())).isEqualTo(before);
    }

    @Test
    void anEntryOfACommuneOfWhichNothingIsSealedYet() {
        Draft village = recorded();
        an.context().db.exec("UPDATE entry SET state = zeroblob(80) WHERE id = x'" + village.id() + "'");
        assertThat(an.upkeep().check()).matches(Checkup::isSound).extracting(Checkup::mended).isEqualTo(1L);
    }

    @Test
    void aRowInMemoryThatIsNotWhatTheEntrySays() {
        Draft village = recorded();
        assertThat(an.entries(Catalogue.VILLAGE, Land.SANG_MOC)).hasSize(1);
        assertThat(an.upkeep().check().mended()).isZero();
        an.context().db.exec("UPDATE r_village SET name = 'Bản Lạ'; DELETE FROM r_label");
        assertThat(an.upkeep().check()).matches(Checkup::isSound).extracting(Checkup::mended).isEqualTo(3L);
        assertThat(an.names(Land.SANG_MOC, List.of(village.id()))).containsEntry(village.id(), "Khuổi Mèo");
        assertThat(an.upkeep().check().mended()).isZero();
    }

    private Draft recorded() {
        Draft village = Land.village(an, Land.SANG_MOC, "Khuổi Mèo");
        assertThat(an.save(List.of(village)).isSaved()).isTrue();
        return village;
    }
}
