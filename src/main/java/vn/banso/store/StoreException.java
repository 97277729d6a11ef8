package vn.banso.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteException;

/**
 * The store could not do what was asked. Nothing that was acknowledged before is lost by it; the texts {@code store.<reason>}
 * say what to do next. The message names no person and no value.
 */
public sealed class StoreException extends RuntimeException permits TooSoonException {
    private static final long serialVersionUID = 1L;

    /** Why, so that every caller can answer with one sentence. */
    public enum Reason {
        /** Another program, or another window of this one, has the node open. */
        IN_USE,
        /** The file is damaged. It was set aside beside the others and never recreated. */
        DAMAGED,
        /** A row is not what was sealed; the file itself is sound, and the register can be folded anew from the ledger. */
        UNREADABLE,
        /** There is a vault and no database: nothing is made in its place. */
        GONE,
        /** There is a database, and its vault is damaged or gone: the data are untouched and stay shut. */
        NO_VAULT,
        /** Written by a newer version of the program. */
        NEWER,
        /** There is a file where the folder of the node should be. */
        NOT_A_FOLDER,
        /** The folder or a file in it belongs to somebody else and may not be read: whether a node is in it is not known. */
        DENIED,
        /** The way to the folder is longer than the system or the database engine takes. */
        PATH_TOO_LONG,
        /** The system names no folder of the person, and nobody chose one. */
        NO_HOME,
        /** There is no node in this folder. */
        NOT_A_NODE,
        /** There is one already: nothing is ever created over it. */
        EXISTS,
        WRONG_PASSPHRASE,
        /** The disk, or the room set aside for the file, is full. */
        FULL,
        /** The folder or the disk cannot be written to. */
        READ_ONLY,
        /** The node has not joined a province, or has no key for this commune. */
        NO_KEY,
        /** The disk does not answer as a disk should. */
        BROKEN
    }

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

    private final Reason reason;

    public StoreException(Reason reason, String detail) {
        this(reason, detail, null);
    }

    public StoreException(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

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
