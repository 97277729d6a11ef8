package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.EntryType;
import vn.banso.register.Field;

/** The tables follow the catalogue, and the catalogue alone. */
class SchemaTest {
    private static final Path FILE = Path.of("src/main/resources/vn/banso/store/migrations/0002_register.sql");

    @TempDir
    Path folder;

    @Test
    void aFreshStoreHasAColumnForEveryOpenFieldAndForNoOther() {
        try (Db db = Db.open(folder.resolve("fresh.db"))) {
            Migrations.bringUpToDate(db);
            for (EntryType type : RegisterTables.counted()) {
                List<String> open = type.fields().stream().filter(Field::open).sorted(java.util.Comparator.comparing(Field::id))
                        .map(Field::key).toList();
                assertThat(columns(db, "r_" + type.key())).as("a field was added or moved: write the next numbered migration")
                        .startsWith("scope", "id", "hidden").endsWith(open.toArray(String[]::new)).hasSize(3 + open.size());
                assertThat(columns(db, "v_" + type.key())).startsWith("scope", "id").endsWith(open.toArray(String[]::new))
                        .hasSize(2 + open.size());
            }
        }
    }

    private static List<String> columns(Db db, String table) {
        return db.fresh("SELECT name FROM pragma_table_info('" + table + "')").list(row -> row.text(1));
    }

    /** Until the first release the file is written by {@code -Dwrite.schema=true}; after it, it never changes again. */
    @Test
    void theFirstRegisterTablesAreWhatTheCatalogueSays() throws IOException {
        String text = "-- A table per entry type with its open fields, and a view of its live, canonical rows.\n\n"
                + String.join("\n", RegisterTables.definitions());
        if (Boolean.getBoolean("write.schema")) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE).hasContent(text);
    }
}
