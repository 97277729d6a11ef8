package vn.banso.ledger.merge;

/** Where a batch that a node holds stands there. Every batch in any standing is kept. */
public enum BatchStatus {
    /** Opened, and its changes are part of the register. */
    APPLIED(true),
    /** A batch before it in its feed has not come yet. */
    WAITING_PREVIOUS(false),
    /** Nothing here says yet that its author may write. */
    WAITING_GRANT(true),
    /** Carried for others: this node has no key to read it. */
    WAITING_KEY(true),
    /** Written by a newer version of the program. */
    WAITING_UPDATE(true),
    /** Kept, with a reason, and not part of the register. */
    SET_ASIDE(true);

    private final boolean placed;

    BatchStatus(boolean placed) {
        this.placed = placed;
    }

    /** Whether its whole feed before it is here too. */
    public boolean placed() {
        return placed;
    }
}
