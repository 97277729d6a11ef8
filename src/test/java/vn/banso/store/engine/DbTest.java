package vn.banso.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.files.StoreException;

class DbTest {
    @TempDir
    Path folder;

    private Db db;
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void open() {
        db = Db.open(folder.resolve("test.db"));
        db.exec("CREATE TABLE t (n INTEGER PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private long rows() {
        return db.sql("SELECT count(*) FROM t").number();
    }

    private void insert(long n) {
        db.sql("INSERT INTO t VALUES (?)").put(n).run();
        db.afterCommit(() -> heard.add("+" + n));
        db.afterRollback(() -> heard.add("-" + n));
    }

    @Test
    void theFileIsAsSafeAsPromised() {
        assertThat(db.pragma("journal_mode")).isEqualTo("wal");
        assertThat(db.pragma("synchronous")).as("FULL").isEqualTo("2");
        assertThat(db.pragma("foreign_keys")).isEqualTo("1");
        assertThat(db.pragma("trusted_schema")).isEqualTo("0");
        assertThat(db.pragma("cell_size_check")).isEqualTo("1");
        assertThat(db.pragma("temp_store")).as("MEMORY").isEqualTo("2");
        assertThat(db.pragma("secure_delete")).isEqualTo("1");
    }

    @Test
    void aTransactionIsWholeOrNothing() {
        db.commit(() -> insert(1));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> db.commit(() -> {
            insert(2);
            throw new IllegalStateException("in the middle");
        }));
        assertThat(rows()).isEqualTo(1);
        db.commit(() -> insert(3));
        assertThat(rows()).isEqualTo(2);
        assertThat(heard).containsExactly("+1", "-2", "+3");
    }

    @Test
    void aPartIsUndoneAlone() {
        db.commit(() -> {
            insert(1);
            assertThat(db.attempt(() -> {
                insert(2);
                return Optional.empty();
            })).isEmpty();
            assertThat(db.attempt(() -> {
                insert(3);
                return Optional.of("kept");
            })).contains("kept");
        });
        assertThat(db.sql("SELECT n FROM t ORDER BY n").list(row -> row.number(1))).containsExactly(1L, 3L);
        assertThat(heard).containsExactly("+1", "+3");
    }

    @Test
    void aStatementThatFailedServesAgain() {
        insert(1);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> insert(1));
        insert(2);
        assertThat(rows()).isEqualTo(2);
        db.sql("SELECT n FROM t WHERE n = ? AND n = ?").put(1);
        assertThat(db.sql("SELECT n FROM t WHERE n = ? AND n = ?").put(2).put(2).number()).as("half filled before").isEqualTo(2);
    }
}
