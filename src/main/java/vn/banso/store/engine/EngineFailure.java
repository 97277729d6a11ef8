package vn.banso.store.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteException;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;

/** What the database engine says of its failures, in our words. */
final class EngineFailure {
    private static final int PRIMARY = 0xff;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY_FILE = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int DISK_FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;
    /** The engine needs no more than this to begin anything. */
    private static final long LEAST_ROOM = 64 << 10;

    private EngineFailure() {}

    /** What SQLite said of what it had read already, in our words. */
    static StoreException of(SQLException e) {
        return of(e, () -> false);
    }

    /**
     * What SQLite said, in our words. Where it only says that writing failed, the disk is asked why: a full one has no room for the
     * engine's helping files either.
     *
     * @param file the database
     */
    static StoreException of(SQLException e, Path file) {
        return of(e, () -> isFull(file));
    }

    private static StoreException of(SQLException e, BooleanSupplier full) {
        int code = e instanceof SQLiteException s ? s.getResultCode().code & PRIMARY : 0;
        Reason reason = switch (code) {
            case BUSY, LOCKED -> Reason.IN_USE;
            case READ_ONLY_FILE -> Reason.READ_ONLY;
            case CANNOT_OPEN -> full.getAsBoolean() ? Reason.FULL : Reason.READ_ONLY;
            case CORRUPT, NOT_A_DATABASE -> Reason.DAMAGED;
            case DISK_FULL -> Reason.FULL;
            case INPUT_OUTPUT -> full.getAsBoolean() ? Reason.FULL : Reason.BROKEN;
            default -> Reason.BROKEN;
        };
        return new StoreException(reason, "SQLite result " + code, e);
    }

    private static boolean isFull(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < LEAST_ROOM;
        } catch (IOException _) {
            return false;
        }
    }
}
