package vn.banso.store.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;

/**
 * The same rows with nothing around them: one plain SQLite table per entry type, every field a column in clear, no ledger, no
 * seal. What {@code banso bench} measures the store against.
 */
public final class RawBaseline implements AutoCloseable {
    private final Connection connection;
    private final Map<EntryType, PreparedStatement> inserts = new HashMap<>();

    private RawBaseline(Connection connection) {
        this.connection = connection;
    }

    /** A new file, as durable as a node's: WAL and synchronous=FULL. */
    public static RawBaseline create(Path file) {
        try {
            RawBaseline raw = new RawBaseline(DriverManager.getConnection("jdbc:sqlite:" + file));
            raw.exec("PRAGMA journal_mode=WAL");
            raw.exec("PRAGMA synchronous=FULL");
            for (EntryType type : Catalogue.types().stream().filter(t -> t.id() < Catalogue.FIRST_GOVERNANCE).toList()) {
                String columns = type.fields().stream().map(f -> ", \"" + f.key() + "\"").collect(Collectors.joining());
                raw.exec("CREATE TABLE " + type.key() + " (scope INTEGER NOT NULL, id BLOB NOT NULL" + columns
                        + ", PRIMARY KEY (scope, id)) WITHOUT ROWID");
                raw.inserts.put(type, raw.connection.prepareStatement("INSERT OR REPLACE INTO " + type.key() + " VALUES (?, ?"
                        + ", ?".repeat(type.fields().size()) + ")"));
            }
            return raw;
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    /** All of it in one transaction, durable when this returns. */
    public void save(List<Draft> drafts) {
        begin();
        insert(drafts);
        commit();
    }

    /** Begins a long transaction. */
    public void begin() {
        exec("BEGIN IMMEDIATE");
    }

    /** Within {@link #begin} and {@link #commit}. */
    public void insert(List<Draft> drafts) {
        try {
            for (Draft draft : drafts) {
                PreparedStatement insert = inserts.get(draft.type());
                insert.setLong(1, draft.scope().value());
                insert.setBytes(2, draft.id().bytes());
                int at = 3;
                for (Field field : draft.type().fields()) {
                    insert.setObject(at++, plain(draft.fields().get(field.id())));
                }
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    public void commit() {
        exec("COMMIT");
    }

    private static Object plain(Value value) {
        return switch (value) {
            case null -> null;
            case Value.Text v -> v.text();
            case Value.Whole v -> v.number();
            case Value.Day v -> v.number();
            case Value.Code v -> v.number();
            case Value.Ref v -> v.entry().bytes();
            case Value.Items v -> String.join(",", v.items());
            case Value.Bytes v -> v.bytes();
            case Value.Blank _ -> null;
        };
    }

    /** Names that contain what was typed, by the alphabet, as a search without an index would find them. */
    public List<String> namesLike(String typed, int limit) {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT name FROM " + Catalogue.PERSON.key() + " WHERE name LIKE ? ORDER BY name LIMIT ?")) {
            query.setString(1, "%" + typed + "%");
            query.setInt(2, limit);
            return texts(query.executeQuery());
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    /** Every name there is: what a list needs at least to be usable. */
    public List<String> names() {
        try (Statement statement = connection.createStatement()) {
            return texts(statement.executeQuery("SELECT name FROM " + Catalogue.PERSON.key()));
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    private static List<String> texts(ResultSet results) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (results.next()) {
            texts.add(results.getString(1));
        }
        return texts;
    }

    /** Counts every answer of every field once, in one walk over each table: less cannot be read to count anything. */
    public long countAnswers() {
        long all = 0;
        for (EntryType type : List.of(Catalogue.HOUSEHOLD, Catalogue.PERSON)) {
            String sums = type.fields().stream().filter(Field::open).map(f -> "count(\"" + f.key() + "\")")
                    .collect(Collectors.joining(" + "));
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT " + sums + " FROM " + type.key())) {
                all += result.next() ? result.getLong(1) : 0;
            } catch (SQLException e) {
                throw EngineFailure.of(e);
            }
        }
        return all;
    }

    private void exec(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }
}
