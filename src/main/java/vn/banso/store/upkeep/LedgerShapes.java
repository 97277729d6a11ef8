package vn.banso.store.upkeep;

import java.util.List;
import java.util.stream.Stream;
import vn.banso.store.engine.Db;
import vn.banso.store.pages.RecordShape;
import vn.banso.store.pages.RecordShape.Column;
import vn.banso.store.pages.RecordShape.Type;

/** How the records of the ledger look in the file, as a database of today's schema has them. */
final class LedgerShapes {
    private static final List<String> TABLES = List.of("meta", "scope_key", "identity_copy", "batch", "unvouched", "own", "draft", "receipt",
            "receipt_feed", "receipt_aside", "carried");

    /** Index records by which it is known what there was: their table is named after the index. */
    private static final List<RecordShape> INDEXES = List.of(
            index("batch_feed", whole("scope"), blob("device"), whole("incarnation"), whole("number"), whole("n")),
            index("own_entry", whole("scope"), blob("id"), whole("n")));

    private LedgerShapes() {}

    /** What the register was folded to, and from which batches. */
    static List<RecordShape> folded(Db db) {
        return List.of(table(db, "entry"), table(db, "touch"));
    }

    static List<RecordShape> of(Db db) {
        return Stream.concat(TABLES.stream().map(table -> table(db, table)), INDEXES.stream()).toList();
    }

    private static RecordShape table(Db db, String table) {
        boolean byRowid = db.fresh("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = ? AND wr = 0").put(table).number() > 0;
        List<Column> columns = db.fresh("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY "
                + (byRowid ? "cid" : "pk = 0, pk, cid")).put(table).list(row -> new Column(row.text(1), switch (row.text(2)) {
                    case "INTEGER" -> Type.WHOLE;
                    case "TEXT" -> Type.TEXT;
                    case "BLOB" -> Type.BLOB;
                    default -> Type.ANY;
                }, row.whole(3) == 0));
        return new RecordShape(table, byRowid, columns);
    }

    private static RecordShape index(String name, Column... columns) {
        return new RecordShape(name, false, List.of(columns));
    }

    private static Column whole(String name) {
        return new Column(name, Type.WHOLE, false);
    }

    private static Column blob(String name) {
        return new Column(name, Type.BLOB, false);
    }
}
