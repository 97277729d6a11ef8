package vn.banso.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.trust.crypto.Argon2Cost;

/** A machine with a real store in a folder of its own, and a settings folder beside it. */
final class DiskMachine implements AutoCloseable {
    private static final char[] PASSPHRASE = "mật khẩu thử".toCharArray();

    final int number;
    private final Path dir;
    private final Path home;
    private Duration clockOffset = Duration.ZERO;
    private Node node;

    /** @param folder where the store and the settings lie, or will lie */
    DiskMachine(int number, Path folder) {
        this.number = number;
        this.dir = folder.resolve("store");
        this.home = folder.resolve("home");
        open();
    }

    Node node() {
        return node;
    }

    private void open() {
        NodeOptions options = NodeOptions.standard().withHome(home).withCost(Argon2Cost.FAST)
                .withClock(Clock.offset(Clock.systemUTC(), clockOffset));
        node = Files.exists(dir.resolve("vault")) ? Node.open(dir, PASSPHRASE, options) : Node.create(dir, PASSPHRASE, options);
    }

    /** Switched off and on again, with that clock. */
    void restart(Duration offset) {
        close();
        clockOffset = offset;
        open();
    }

    void restart() {
        restart(clockOffset);
    }

    /** Somebody changes the store behind the program's back. */
    void tamper(String sql) throws SQLException {
        close();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("node.db"));
                Statement statement = db.createStatement()) {
            statement.executeUpdate(sql);
        }
        open();
    }

    /** Puts a copy of everything away. */
    void backUpTo(Path folder) {
        close();
        copy(dir, folder.resolve("store"));
        copy(home, folder.resolve("home"));
        open();
    }

    /** @param wholeDisk whether the settings go back too, so that nothing outside the store tells of it */
    void restoreFrom(Path folder, boolean wholeDisk) {
        close();
        delete(dir);
        copy(folder.resolve("store"), dir);
        if (wholeDisk) {
            delete(home);
            copy(folder.resolve("home"), home);
        }
        open();
    }

    @Override
    public void close() {
        node.close();
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(p -> {
                try {
                    Files.delete(p);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
