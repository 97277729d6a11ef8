package vn.banso.store.reporting;

/** How far a village is with a period. Texts: {@code progress.state.<name>}. */
public enum Progress {
    /** Nothing of the period has come. */
    NOT_SENT,
    SENT,
    /** An officer returned it with a reason, and nothing more has come since. */
    RETURNED,
    /** More has come since it was returned. */
    SENT_AGAIN,
    /** An officer approved its numbers. */
    APPROVED,
    /** More has come since its numbers were approved. */
    CHANGED
}
