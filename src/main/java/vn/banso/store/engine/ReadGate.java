package vn.banso.store.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sqlite.SQLiteConnection;
import vn.banso.store.files.StoreException;

/** Breaks off what a connection reads, for somebody who wants to write. What it writes is never broken off. */
public final class ReadGate {
    private final Connection connection;
    /** Other connections that read for this one. */
    private final Set<ReadGate> lanes = new HashSet<>();
    private boolean breakable;
    private boolean writing;
    private volatile boolean asked;

    ReadGate(Connection connection) {
        this.connection = connection;
    }

    /** @return empty where it was broken off; then it must have left nothing behind that its next run does not mend */
    <T> Optional<T> breakable(Supplier<T> read) {
        mayBreak(true);
        try {
            return Optional.of(read.get());
        } catch (StoreException e) {
            if (asked) {
                return Optional.empty();
            }
            throw e;
        } finally {
            mayBreak(false);
            asked = false;
        }
    }

    private synchronized void mayBreak(boolean may) {
        breakable = may;
    }

    /** From any thread. Does nothing where there is no such read, or where it is writing what it keeps in memory. */
    synchronized void breakOff() {
        if (breakable && !writing) {
            asked = true;
            interrupt();
            lanes.forEach(ReadGate::interrupt);
        }
    }

    private void interrupt() {
        try {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        } catch (SQLException e) {
            throw EngineFailure.of(e);
        }
    }

    /** Ends a read between two questions. */
    void check() {
        if (asked && !isWriting()) {
            throw new StoreException(StoreException.Reason.BROKEN, "broken off");
        }
    }

    /** Another connection begins to read for this one. */
    public synchronized void begins(ReadGate other) {
        lanes.add(other);
    }

    /** It ends, and may be closed. */
    public synchronized void ends(ReadGate other) {
        lanes.remove(other);
    }

    synchronized void write(boolean is) {
        writing = is;
    }

    synchronized boolean isWriting() {
        return writing;
    }
}
