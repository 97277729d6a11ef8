package vn.banso.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.testing.Neighbourhood;

/** A register that does not open: what is said, what stays, and the way on. */
class TroubleTest extends AtTheDoor {
    @Test
    void aRegisterInUseOpensOnceTheOtherWindowIsClosed() throws Exception {
        Path laptop = laptop();
        around.open("mai");
        start.locked(laptop);
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        assertThat(start.step().get()).isEqualTo(new Step.Trouble(Reason.IN_USE));
        start.retry();
        assertThat(start.step().get()).isEqualTo(new Step.Trouble(Reason.IN_USE));
        around.shut("mai");
        start.retry();
        assertThat(opened).as("what was typed is tried again").hasSize(1);
    }

    @Test
    void aDamagedRegisterIsSetAsideAndABackupTakesItsPlace() throws Exception {
        Path laptop = laptop();
        Node mai = around.open("mai");
        around.record(mai, 3);
        Path backup = mai.upkeep().backup(dir.resolve("backups"));
        around.shut("mai");
        Files.writeString(laptop.resolve("node.db"), "not a database at all, and long enough to be looked at".repeat(200), StandardCharsets.US_ASCII);
        start.locked(laptop);
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        assertThat(start.step().get()).isEqualTo(new Step.Trouble(Reason.DAMAGED));
        answers.path(Files.writeString(dir.resolve("letter.txt"), "Kính gửi"));
        start.restore();
        assertThat(told()).isEqualTo("start.restore.unfit");
        answers.path(backup);
        start.restore();
        assertThat(told()).isEqualTo("start.restore.done");
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        assertThat(around.households(opened.getFirst())).isEqualTo(3);
        assertThat(laptop.resolve("node.db.damaged-1")).exists();
    }

    @Test
    void aDamagedRegisterIsRecoveredAndSaysSoBeforeItOpens() throws Exception {
        Path laptop = laptop();
        around.record(around.open("mai"), 3);
        around.shut("mai");
        try (RandomAccessFile file = new RandomAccessFile(laptop.resolve("node.db").toFile(), "rw")) {
            file.seek(4096);
            file.write(new byte[64]);
        }
        start.locked(laptop);
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        assertThat(start.step().get()).isInstanceOfSatisfying(Step.Told.class, told -> assertThat(told.recovered().isWhole()).isTrue());
        start.leave();
        start.locked(laptop);
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        assertThat(start.step().get()).as("until somebody has read it").isInstanceOf(Step.Told.class);
        start.entrance().open();
        assertThat(around.households(opened.getFirst())).isEqualTo(3);
        assertThat(opened.getFirst().upkeep().recovered()).isEmpty();
        assertThat(laptop.resolve("node.db.damaged-1")).exists();
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        Path laptop = laptop();
        Files.move(laptop.resolve("node.db"), dir.resolve("put-away.db"));
        assertThat(trouble(laptop)).isEqualTo(Reason.GONE);
        Files.move(dir.resolve("put-away.db"), laptop.resolve("node.db"));
        Files.move(laptop.resolve("vault"), dir.resolve("put-away.vault"));
        assertThat(trouble(laptop)).isEqualTo(Reason.NO_VAULT);
        assertThat(trouble(dir.resolve("nowhere"))).isEqualTo(Reason.NOT_A_NODE);
        Files.move(dir.resolve("put-away.vault"), laptop.resolve("vault"));
        answers.path(laptop);
        start.openOther();
        assertThat(start.step().get()).isEqualTo(new Step.Unlock(laptop));
        answers.path(dir);
        start.openOther();
        assertThat(told()).isEqualTo("start.other.none");
    }

    @Test
    void aRegisterOfANewerProgramIsLeftAlone() throws Exception {
        Path laptop = laptop();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + laptop.resolve("node.db")); Statement newer = file.createStatement()) {
            newer.execute("PRAGMA user_version=99");
        }
        assertThat(trouble(laptop)).isEqualTo(Reason.NEWER);
        assertThat(laptop.resolve("node.db")).exists();
    }

    private Reason trouble(Path folder) {
        start.locked(folder);
        start.passphrase().set(new String(Neighbourhood.PASSPHRASE));
        start.unlock();
        return ((Step.Trouble) start.step().get()).reason();
    }
}
