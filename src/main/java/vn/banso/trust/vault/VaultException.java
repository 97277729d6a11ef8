package vn.banso.trust.vault;

/** Why a vault stayed shut. */
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the user can do differs for each. */
    public enum Reason {
        /** Type it again. */
        WRONG_PASSPHRASE,
        /** The file was altered or broke off: take it from a backup. */
        DAMAGED,
        /** Written by a newer version: update the program. */
        NEWER,
        /** Nobody was named who could open it without the passphrase. */
        NO_RECOVERY,
        /** The answer belongs to another vault, request or officer. */
        NOT_FOR_THIS_VAULT,
        /** The officer who answered may not help, or has not written down to have helped. */
        NOT_RECORDED
    }

    private final Reason reason;

    public VaultException(Reason reason) {
        super("the vault stays shut: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
