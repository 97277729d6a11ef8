package vn.banso.store.files;

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
}
