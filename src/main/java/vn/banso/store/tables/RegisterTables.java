package vn.banso.store.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.ValueType;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.Sql;

/**
 * The register as queries see it, in memory: a table {@code r_<type>} per entry type with the open fields as columns, and a view {@code
 * v_<type>} of the live, canonical rows in which links lead to canonical entries.
 *
 * <p>Columns carry the keys of the catalogue: codes, whole numbers and days ({@link Value.Day#number}) are integers, texts are
 * texts, links and bytes are blobs, items are a JSON array of texts. NULL is "never asked" or cleared. Whatever is identifying or
 * sensitive has no column; what is searched for of it, and what people are called by, stands in {@code r_label}.
 */
public final class RegisterTables {
    /** Deleted, erased or gone to another commune: not in the views. An alias hides by its own table. */
    public static final int HIDDEN = EntryFlags.DELETED | EntryFlags.ERASED | EntryFlags.MOVED;

    /** Of these, what they were last is asked for also after they were deleted or have moved: by views {@code all_<type>}. */
    public static final List<EntryType> EVER = List.of(Catalogue.HOUSEHOLD, Catalogue.PERSON);

    /** What the database in memory is called beside the file. */
    public static final String SCHEMA = "register";
    private static final String LABELS = """
            CREATE TABLE register.r_label (
                scope INTEGER NOT NULL,
                id BLOB NOT NULL,
                type INTEGER NOT NULL,
                flags INTEGER NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (scope, id, type)
            ) WITHOUT ROWID;
            """;

    private final Db db;
    private final Map<Integer, Table> tables = new HashMap<>();

    /** @param insert one row, left alone where it is there already */
    private record Table(List<Field> columns, String insert, String replace, String delete) {}

    public RegisterTables(Db db) {
        this.db = db;
        counted().forEach(type -> tables.put(type.id(), table(type)));
    }

    /** The types that have a table: all but those of governance, which are judged and never counted. */
    public static List<EntryType> counted() {
        return Catalogue.types().stream().filter(type -> type.id() < Catalogue.FIRST_GOVERNANCE).toList();
    }

    private static Table table(EntryType type) {
        List<Field> columns = columns(type);
        String row = "INTO r_" + type.key() + " VALUES (" + "?, ".repeat(2 + columns.size()) + "?)";
        return new Table(columns, "INSERT " + row, "REPLACE " + row, "DELETE FROM r_" + type.key() + " WHERE scope = ?");
    }

    /** The fields that have a column, by rising number. */
    public static List<Field> columns(EntryType type) {
        return type.fields().stream().filter(Field::open).sorted(java.util.Comparator.comparing(Field::id)).toList();
    }

    /** Writes the row of an entry; nothing for a type that only a newer version knows. */
    public void write(Entry shown, int flags, Presence presence) {
        Table table = tables.get(shown.type());
        if (table == null) {
            return;
        }
        Sql sql = db.sql(presence == Presence.NEW ? table.insert() : table.replace());
        sql.put(shown.scope()).put(shown.id()).put(flags & HIDDEN);
        for (Field field : table.columns()) {
            bind(sql, field.type(), shown.fields().get(field.id()));
        }
        sql.run();
    }

    /** Writes what an entry is called and found by; nothing of it where that is nothing. */
    public void label(Entry shown, int flags, String text, Presence presence) {
        if (!text.isEmpty()) {
            db.sql("REPLACE INTO r_label VALUES (?, ?, ?, ?, ?)").put(shown.scope()).put(shown.id()).put(shown.type()).put(flags).put(text).run();
        } else if (presence == Presence.KNOWN && SearchedFields.has(shown.type())) {
            db.sql("DELETE FROM r_label WHERE scope = ? AND id = ? AND type = ?").put(shown.scope()).put(shown.id()).put(shown.type()).run();
        }
    }

    /** Whether a row of that key may stand there already. */
    public enum Presence { NEW, KNOWN }

    public void clear(ScopeId scope) {
        tables.values().forEach(table -> db.sql(table.delete()).put(scope).run());
        db.sql("DELETE FROM r_label WHERE scope = ?").put(scope).run();
    }

    private static void bind(Sql sql, ValueType type, Value value) {
        switch (value) {
            case null -> sql.putNothing();
            case Value.Code v when type == ValueType.CODE -> sql.put(v.number());
            case Value.Whole v when type == ValueType.WHOLE || type == ValueType.DECIMAL -> sql.put(v.number());
            case Value.Day v when type == ValueType.DAY -> sql.put(v.number());
            case Value.Text v when type == ValueType.TEXT -> sql.put(v.text());
            case Value.Ref v when type == ValueType.REF -> sql.put(v.entry());
            case Value.Bytes v when type == ValueType.BYTES -> sql.put(v.bytes());
            case Value.Items v when type == ValueType.ITEMS -> sql.put(json(v));
            default -> sql.putNothing();
        }
    }

    /** The items as a JSON array, for {@code json_each}. */
    static String json(Value.Items items) {
        return items.items().stream().map(RegisterTables::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** The statements that make all tables of this catalogue. */
    public static List<String> definitions() {
        List<String> all = new ArrayList<>(List.of(LABELS));
        for (EntryType type : counted()) {
            all.add(tableOf(type));
            columns(type).stream().filter(f -> f.type() == ValueType.REF && f.required()).map(f -> indexOf(type, f)).forEach(all::add);
        }
        return all;
    }

    /** The names of all tables, that of the labels too. */
    public static List<String> names() {
        return Stream.concat(counted().stream().map(type -> "r_" + type.key()), Stream.of("r_label")).toList();
    }

    /** The statements that make its views, for each connection anew: they look into the file too, for what stands for what. */
    public static List<String> views() {
        List<String> all = new ArrayList<>();
        counted().forEach(type -> all.add(view("v_", type, "r.hidden = 0\n    AND ")));
        EVER.forEach(type -> all.add(view("all_", type, "")));
        return all;
    }

    private static String tableOf(EntryType type) {
        String columns = columns(type).stream().map(f -> "    \"" + f.key() + "\" " + sqlType(f.type()) + ",\n")
                .collect(Collectors.joining());
        return "CREATE TABLE " + SCHEMA + ".r_" + type.key() + " (\n    scope INTEGER NOT NULL,\n    id BLOB NOT NULL,\n    hidden INTEGER NOT NULL,\n"
                + columns + "    PRIMARY KEY (scope, id)\n) WITHOUT ROWID;\n";
    }

    private static String indexOf(EntryType type, Field link) {
        return "CREATE INDEX " + SCHEMA + ".r_" + type.key() + "_" + link.key() + " ON r_" + type.key() + " (scope, \"" + link.key() + "\");\n";
    }

    private static String view(String prefix, EntryType type, String where) {
        String columns = columns(type).stream().map(f -> ",\n    " + column(f)).collect(Collectors.joining());
        return "CREATE TEMP VIEW " + prefix + type.key() + " AS SELECT r.scope, r.id" + columns + "\nFROM r_" + type.key() + " r WHERE " + where
                + "NOT EXISTS (SELECT 1 FROM alias a WHERE a.scope = r.scope AND a.id = r.id);\n";
    }

    private static String column(Field field) {
        String plain = "r.\"" + field.key() + "\"";
        return field.type() != ValueType.REF ? plain
                : "coalesce((SELECT a.canonical FROM alias a WHERE a.scope = r.scope AND a.id = " + plain + "), " + plain
                        + ") AS \"" + field.key() + "\"";
    }

    private static String sqlType(ValueType type) {
        return switch (type) {
            case TEXT, ITEMS -> "TEXT";
            case WHOLE, DECIMAL, DAY, CODE -> "INTEGER";
            case REF, BYTES -> "BLOB";
        };
    }

    /** The ids of rows that link to an entry through this field, hidden ones included. */
    public List<EntryId> linking(EntryType type, String field, ScopeId scope, EntryId target) {
        return db.sql("SELECT id FROM r_" + type.key() + " WHERE scope = ? AND \"" + field + "\" = ?")
                .put(scope).put(target).list(row -> row.entry(1));
    }
}
