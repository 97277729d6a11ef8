package vn.banso.store.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConfig;
import vn.banso.register.values.ScopeId;
import vn.banso.store.files.StoreException;

/**
 * One connection to one SQLite file: settings set and read back, statements kept prepared, transactions that end either whole or
 * not at all. Not for threads to share; the {@link vn.banso.store.Node} lets them in one by one.
 */
public final class Db implements AutoCloseable {

    /** How safe a file must be against a pulled plug, and what it must not leave behind. */
    private static final List<Setting> SETTINGS = List.of(
            new Setting("journal_mode", "WAL", "wal"),
            new Setting("synchronous", "FULL", "2"),
            new Setting("foreign_keys", "ON", "1"),
            new Setting("busy_timeout", "10000", "10000"),
            new Setting("trusted_schema", "OFF", "0"),
            new Setting("cell_size_check", "ON", "1"),
            new Setting("temp_store", "MEMORY", "2"),
            new Setting("secure_delete", "ON", "1"),
            new Setting("cache_size", "-32768", "-32768"),
            new Setting("journal_size_limit", "16777216", "16777216"),
            new Setting("wal_autocheckpoint", "4000", "4000"));

    private static final int[] OLDEST_ENGINE = {3, 51, 3};

    /** A question about the register: it is answered from memory, which must have been filled first. */
    private static final Pattern ASKS_REGISTER = Pattern.compile("^(SELECT|WITH)\\b.*\\b(r|v|all)_[a-z].*", Pattern.DOTALL);

    private record Setting(String name, String value, String readBack) {}

    private final Path file;
    final Connection connection;
    private final Map<String, Sql> prepared = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private Consumer<Set<ScopeId>> filling = _ -> { };
    private Runnable whenUndone = () -> { };
    /** The name of the database in memory beside the file. */
    public Optional<String> beside = Optional.empty();
    /** Reads that make way for whoever writes. */
    public final ReadGate gate;
    private long asked;

    private Db(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.gate = new ReadGate(connection);
    }

    /** Opens or creates the file. What it holds is not looked at yet. */
    public static Db open(Path file) {
        Db db = connect(file, new SQLiteConfig());
        try {
            db.requireEngine();
            SETTINGS.forEach(db::set);
            return db;
        } catch (StoreException e) {
            db.close();
            throw e;
        }
    }

    /** A second look at a file that is open for writing elsewhere. */
    public static Db openReadOnly(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Db db = connect(file, config);
        db.exec("PRAGMA temp_store=MEMORY");
        db.exec("PRAGMA query_only=ON");
        return db;
    }

    private static Db connect(Path file, SQLiteConfig config) {
        try {
            // The driver would ask for the last row id after every single insert, which costs as much as the insert.
            config.setGetGeneratedKeys(false);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            return new Db(file, DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties()));
        } catch (SQLException e) {
            throw EngineFailure.of(e, file);
        }
    }

    /** Older engines can lose what was acknowledged when a checkpoint meets a writer. */
    private void requireEngine() {
        String version = fresh("SELECT sqlite_version()").first(row -> row.text(1)).orElse("");
        if (Arrays.compare(Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray(), OLDEST_ENGINE) < 0) {
            throw new StoreException(StoreException.Reason.BROKEN, "SQLite " + version + " is too old");
        }
    }

    private void set(Setting setting) {
        exec("PRAGMA " + setting.name() + "=" + setting.value());
        String held = pragma(setting.name());
        if (!held.equalsIgnoreCase(setting.readBack())) {
            throw new StoreException(StoreException.Reason.BROKEN, setting.name() + " stays " + held);
        }
    }

    public String pragma(String name) {
        return fresh("PRAGMA " + name).first(row -> row.text(1)).orElse("");
    }

    /** Runs one or more statements, separated by semicolons. */
    public void exec(String statements) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        } catch (SQLException e) {
            throw EngineFailure.of(e, file);
        }
    }

    /** The statement of this text, prepared once and ready to be filled. */
    public Sql sql(String text) {
        gate.check();
        asked++;
        Sql known = prepared.get(text);
        if (known == null) {
            known = prepare(text, () -> prepared.remove(text));
            prepared.put(text, known);
        }
        return known.afresh();
    }

    /** A statement of its own, for long walks during which the same text may be run again. */
    public Sql fresh(String text) {
        asked++;
        return prepare(text, () -> { });
    }

    /** How many statements were asked for so far: what a page costs is held by tests. */
    public long asked() {
        return asked;
    }

    private Sql prepare(String text, Runnable spoilt) {
        try {
            return new Sql(connection.prepareStatement(text), e -> {
                spoilt.run();
                return EngineFailure.of(e, file);
            }, ASKS_REGISTER.matcher(text).matches() ? scopes -> filling.accept(scopes) : _ -> { });
        } catch (SQLException e) {
            throw EngineFailure.of(e, file);
        }
    }

    /**
     * @param filling told which scopes of the register are about to be asked for; none named: all of them
     * @param undone told whenever something that was written is taken back, within a transaction too
     */
    public void fillRegister(Consumer<Set<ScopeId>> filling, Runnable undone) {
        this.filling = filling;
        this.whenUndone = undone;
    }

    /** Lays a database in memory beside the file. @param name other connections of this program attach the same by it */
    public void attach(String name, String schema) {
        exec("ATTACH '" + name + "' AS " + schema);
        beside = Optional.of(name);
    }

    /** All of the work, durable when this returns, or nothing of it. Within a transaction it becomes a part of that one. */
    public <T> T write(Supplier<T> work) {
        if (gate.isWriting()) {
            return work.get();
        }
        gate.write(true);
        boolean done = false;
        try {
            begin();
            T result = work.get();
            commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback();
            }
            gate.write(false);
            List<Runnable> then = List.copyOf(done ? afterCommit : afterRollback.reversed());
            afterCommit.clear();
            afterRollback.clear();
            if (!done) {
                whenUndone.run();
            }
            then.forEach(Runnable::run);
        }
    }

    /** By the driver's own switch: while that stands on auto-commit, the driver asks before every statement whether one is open. */
    private void begin() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            rollback();
            throw EngineFailure.of(e, file);
        }
    }

    private void rollback() {
        undo("ROLLBACK");
        try {
            // Puts the switch back; the driver then finds nothing to commit and says so.
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            return;
        }
    }

    private void commit() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw EngineFailure.of(e, file);
        }
    }

    /** The same, of work that has nothing to say. */
    public void commit(Runnable work) {
        write(() -> {
            work.run();
            return Optional.empty();
        });
    }

    /** A part of a transaction that can be undone alone: it is, where the work answers empty. */
    public <T> Optional<T> attempt(Supplier<Optional<T>> work) {
        exec("SAVEPOINT part");
        int before = afterCommit.size();
        boolean keep = false;
        try {
            Optional<T> result = work.get();
            keep = result.isPresent();
            return result;
        } finally {
            if (keep) {
                exec("RELEASE part");
            } else {
                afterCommit.subList(before, afterCommit.size()).clear();
                undo("ROLLBACK TO part; RELEASE part");
                whenUndone.run();
            }
        }
    }

    /** What memory must learn, once and only if it is on the disk. */
    public void afterCommit(Runnable then) {
        if (gate.isWriting()) {
            afterCommit.add(then);
        } else {
            then.run();
        }
    }

    /** What memory must forget if the transaction fails. */
    public void afterRollback(Runnable then) {
        afterRollback.add(then);
    }

    private void undo(String how) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(how);
        } catch (SQLException _) {
            // After a full disk SQLite has rolled back by itself; the failure that led here is the one to tell.
        }
    }

    /** Empty where the file is sound. */
    public List<String> faults() {
        return fresh("PRAGMA integrity_check(20)").list(row -> row.text(1)).stream().filter(line -> !line.equals("ok")).toList();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw EngineFailure.of(e, file);
        }
    }
}
