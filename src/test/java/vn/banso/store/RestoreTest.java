package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.files.BackupDistance;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.upkeep.Recovered;
import vn.banso.store.upkeep.Restored;
import vn.banso.store.upkeep.Upkeep;
import vn.banso.store.writing.FormDraft;
import vn.banso.trust.governance.Role;

/** A restored register opens, says from which day it is, and names what there was before it. */
class RestoreTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        recorded();
    }

    @AfterEach
    void close() {
        land.close();
    }

    private void recorded() {
        assertThat(an.save(List.of(Land.village(an, Land.SANG_MOC, "Khuổi Mèo"))).isSaved()).isTrue();
    }

    private Path backup() {
        return an.upkeep().backup(folder.resolve("backups"));
    }

    @Test
    void aBackupIsNamedByItsDayAndTheNewestThreeStay() throws IOException {
        LocalDate today = LocalDate.ofInstant(land.options().clock().instant(), ZoneId.systemDefault());
        Path backups = Files.createDirectories(folder.resolve("backups"));
        String device = an.id().toString().substring(0, 8);
        for (int generation = 1; generation <= 3; generation++) {
            Files.writeString(backups.resolve("banso-2020-01-0" + generation + "-" + device + "-" + generation + ".backup"), "old");
        }
        Files.writeString(backups.resolve("banso-2020-01-01-ffffffff-1.backup"), "of another device");
        assertThat(backup().getFileName()).hasToString("banso-" + today + "-" + device + "-1.backup");
        assertThat(backups.toFile().list()).containsExactlyInAnyOrder("banso-" + today + "-" + device + "-1.backup",
                "banso-2020-01-01-" + device + "-2.backup", "banso-2020-01-02-" + device + "-3.backup", "banso-2020-01-01-ffffffff-1.backup");
    }

    @Test
    void theVaultOfAnotherDeviceIsNeitherUsedNorWrittenOver() throws IOException {
        Path backup = backup();
        land.enrolled("bình", Role.VOLUNTEER, Land.SANG_MOC);
        land.close();
        Path theirs = land.dir("bình");
        byte[] vault = Files.readAllBytes(theirs.resolve("vault"));
        Files.delete(theirs.resolve("node.db"));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Upkeep.restore(backup, theirs)).extracting(StoreException::reason)
                .isEqualTo(Reason.EXISTS);
        assertThat(theirs.resolve("vault")).hasBinaryContent(vault);
        assertThat(theirs.resolve("node.db")).doesNotExist();
    }

    @Test
    void aDamagedVaultIsPutAsideAndTheOneOfTheBackupOpens() throws IOException {
        Path backup = backup();
        land.close();
        Path here = land.dir("an");
        Files.delete(here.resolve("node.db"));
        Files.write(here.resolve("vault"), Arrays.copyOf(Files.readAllBytes(here.resolve("vault")), 40));
        Upkeep.restore(backup, here);
        an = land.open("an");
        assertThat(an.entries(Catalogue.VILLAGE, Land.SANG_MOC)).hasSize(1);
        assertThat(here.resolve("vault.damaged-1")).exists();
    }

    @Test
    void itSaysFromWhichDayItIsAndWhatTheOneBeforeHolds() {
        Instant made = land.options().clock().instant();
        Path backup = backup();
        recorded();
        an.ledger().seal();
        recorded();
        an.drafts().keep(FormDraft.of(Land.village(an, Land.SANG_MOC, "Bó Mười")));
        Restored restored = Upkeep.restore(backup, land.dir("restored"), land.dir("an"));
        assertThat(restored.made()).isEqualTo(made);
        Node again = land.open("restored");
        assertThat(again.upkeep().restored()).contains(new Restored(made,
                Optional.of(new Restored.Earlier(land.dir("an").toAbsolutePath(), Optional.of(new Restored.Lacking(2, 1))))));
        again.upkeep().knowsOfRestoring();
        assertThat(again.upkeep().restored()).isEmpty();
        assertThat(an.upkeep().restored()).as("the one before was never restored").isEmpty();
        assertThat(Upkeep.restore(backup, land.dir("alone")).earlier()).isEmpty();
    }

    @Test
    void aStoreThatWasSetAsideIsNamedThoughNobodyCanReadIt() throws IOException {
        Path backup = backup();
        land.close();
        Path here = land.dir("an");
        Files.write(here.resolve("node.db"), new byte[20_000]);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> land.open("an"));
        Restored restored = Upkeep.restore(backup, here);
        assertThat(restored.earlier()).contains(new Restored.Earlier(here.toAbsolutePath().normalize().resolve("node.db.damaged-1"), Optional.empty()));
    }

    @Test
    void whatTheBackupLacksIsTakenFromTheStoreThatWasSetAside() throws IOException {
        Path backup = backup();
        recorded();
        an.ledger().seal();
        recorded();
        an.drafts().keep(FormDraft.of(Land.village(an, Land.SANG_MOC, "Bó Mười")));
        int villages = an.entries(Catalogue.VILLAGE, Land.SANG_MOC).size();
        an.close();
        Path here = land.dir("an");
        byte[] damaged = Files.readAllBytes(here.resolve("node.db"));
        Arrays.fill(damaged, 0, 4096, (byte) 0);
        Files.write(here.resolve("node.db"), damaged);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> land.open("an"));
        Upkeep.restore(backup, here);
        an = land.open("an");
        assertThat(an.entries(Catalogue.VILLAGE, Land.SANG_MOC)).hasSize(villages);
        assertThat(an.drafts().forms()).hasSize(1);
        assertThat(an.ledger().unsealed()).isEqualTo(1);
        assertThat(an.upkeep().restored().orElseThrow().earlier()).as("all of it is here").isEmpty();
        assertThat(an.upkeep().recovered()).contains(new Recovered(1, 1, 1, 0, 0, true));
        assertThat(an.upkeep().check().isSound()).isTrue();
        an.close();
        an = land.open("an");
        assertThat(an.entries(Catalogue.VILLAGE, Land.SANG_MOC)).as("once").hasSize(villages);
    }

    @Test
    void howNearABackupLiesIsKnown() throws IOException {
        assertThat(an.upkeep().nearness(an.dir())).isEqualTo(BackupDistance.OWN_FOLDER);
        assertThat(an.upkeep().nearness(Files.createDirectories(an.dir().resolve("in")))).isEqualTo(BackupDistance.OWN_FOLDER);
        assertThat(an.upkeep().nearness(folder)).isEqualTo(BackupDistance.SAME_DISK);
    }
}
