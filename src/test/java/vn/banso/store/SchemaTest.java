package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Migrations;
import vn.banso.store.projection.Projection;
import vn.banso.store.tables.RegisterTables;

/** The tables follow the catalogue, and the catalogue alone. */
class SchemaTest {
    @TempDir
    Path folder;

    @Test
    void aFreshStoreHasAColumnForEveryOpenFieldAndForNoOther() {
        try (Db db = Db.open(folder.resolve("fresh.db"))) {
            Migrations.bringUpToDate(db);
            Projection.define(db);
            for (EntryType type : RegisterTables.counted()) {
                List<String> open = type.fields().stream().filter(Field::open).sorted(java.util.Comparator.comparing(Field::id))
                        .map(Field::key).toList();
                assertThat(columns(db, "r_" + type.key())).startsWith("scope", "id", "hidden").endsWith(open.toArray(String[]::new)).hasSize(3 + open.size());
                assertThat(columns(db, "v_" + type.key())).startsWith("scope", "id").endsWith(open.toArray(String[]::new))
                        .hasSize(2 + open.size());
            }
        }
    }

    private static List<String> columns(Db db, String table) {
        return db.fresh("SELECT name FROM pragma_table_info('" + table + "')").list(row -> row.text(1));
    }
}
